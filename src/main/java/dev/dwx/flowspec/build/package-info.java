/**
 * FlowSpec documents from statements: drafts that take words with arguments, and two tables that say what each word means, one of settings
 * and one of node types. Whoever writes statements (a script, a decompiler, a completion) reads the same tables.
 */
package dev.dwx.flowspec.build;
