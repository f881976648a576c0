/** A FlowSpec document as ordered maps that lose nothing, and typed views of its parts. */
package dev.dwx.flowspec.model;
