/** The life of workflows and nodes: publishing, runs, logs, and taking them offline; every step a call down the session's one line. */
package dev.dwx.dsl.lifecycle;
