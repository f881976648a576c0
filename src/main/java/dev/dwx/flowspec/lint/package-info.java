/** What is wrong with a FlowSpec document, or doubtful in it, and how it is mended: found before anything is sent. */
package dev.dwx.flowspec.lint;
