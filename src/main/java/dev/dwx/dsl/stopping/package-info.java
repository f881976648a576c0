/** Ending work that pays no heed to Ctrl-C. */
package dev.dwx.dsl.stopping;
