/** A document as a graph: in layers, drawn with characters, and in the languages of other drawing programs. */
package dev.dwx.flowspec.graph;
