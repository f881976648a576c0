/** Charts of numbers and durations: in the terminal, and as pictures in files. */
package dev.dwx.render.chart;
