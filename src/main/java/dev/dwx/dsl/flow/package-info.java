/** FlowSpec as users write it: closures that build documents, and what can be done with a document. */
package dev.dwx.dsl.flow;
