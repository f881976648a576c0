package dev.dwx.client.limits;

import java.nio.file.Path;

/** Knows how an account stands. Safe for use by many threads. */
public interface CallCounts {
    /** Nothing is counted and nothing limited. */
    CallCounts NONE = new CallCounts() {
        @Override
        public Standing standing(String region) {
            return Standing.free(region);
        }

        @Override
        public void forget(String region) {
        }

        @Override
        public String pace() {
            return null;
        }

        @Override
        public Path file() {
            return null;
        }
    };

    /** How the account in use stands in a region; {@code null} for calls that go to no region by name. */
    Standing standing(String region);

    /** Counts today's calls of a region anew from none, because the count was wrong or the edition is another now. */
    void forget(String region);

    /** What a second allows, in words; {@code null} without a limit. */
    String pace();

    /** Where the count is kept, or {@code null} when it ends with this process. */
    Path file();
}
