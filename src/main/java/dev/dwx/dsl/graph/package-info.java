/** Documents as graphs in the language: drawn, written for other programs, and coloured by what became of a day's runs. */
package dev.dwx.dsl.graph;
