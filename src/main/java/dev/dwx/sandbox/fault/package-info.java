/** What goes wrong on demand: which calls it meets, when, and how it looks on the wire. */
package dev.dwx.sandbox.fault;
