/**
 * FlowSpec, the document in which nodes, workflows, resources and functions are described: what may stand in it, and what is wrong with
 * one before it is sent.
 */
package dev.dwx.flowspec;
