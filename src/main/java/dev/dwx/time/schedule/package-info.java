/** When the service runs a node, and what the expressions in its parameters say then. */
package dev.dwx.time.schedule;
