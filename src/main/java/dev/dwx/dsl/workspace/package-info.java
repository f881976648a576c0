/** Documents against what the service holds: what differs, what would have to be done, doing it, and a whole project as files. */
package dev.dwx.dsl.workspace;
