/** The way back from a FlowSpec document to the words that build it. */
package dev.dwx.flowspec.decompile;
