/** The tip of the day: what dwx can do that is easily missed. */
package dev.dwx.repl.tip;
