/** What a user has set: the one file of settings, its profiles, and which of several places a value comes from. */
package dev.dwx.settings;
