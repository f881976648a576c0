/**
 * The traps of the service: what goes wrong without a word, or with words that do not help. Each is completed, refused or explained
 * here, by guards that see every call. Operations are named in this package, since each trap is about some; nowhere else.
 */
package dev.dwx.dsl.traps;
