/** What the nodes of a document would run with: their parameters' values and their scripts with these filled in. */
package dev.dwx.flowspec.preview;
