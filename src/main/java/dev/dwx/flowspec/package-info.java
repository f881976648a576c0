/** FlowSpec, the document in which nodes, workflows, resources and functions are described: the types of nodes, and rooms for the rest. */
package dev.dwx.flowspec;
