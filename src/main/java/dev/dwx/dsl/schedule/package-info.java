/** Schedules in the language: cron expressions, parameters' values, and what a node would run with. */
package dev.dwx.dsl.schedule;
