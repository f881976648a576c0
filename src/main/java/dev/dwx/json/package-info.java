/** JSON that loses nothing, for every room. */
package dev.dwx.json;
