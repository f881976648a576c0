/** What people type who think of another language, a shell or another keyboard: recognised when it fails, and told in the words of dwx. */
package dev.dwx.dsl.slips;
