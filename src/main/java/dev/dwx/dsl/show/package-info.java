/** What the words that show, draw and keep values do with their arguments. */
package dev.dwx.dsl.show;
