/** The word {@code sandbox}: faults, time, requests and limits of the sandbox that calls go to. */
package dev.dwx.dsl.sandbox;
