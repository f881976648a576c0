/** What two FlowSpec documents differ in, beyond the order of keys and what need not be said. */
package dev.dwx.flowspec.diff;
