package dev.dwx.sandbox.world;

import java.util.Locale;

/** How one API version writes a value that the world keeps in another form. */
enum Codec {
    /** As it is kept. */
    SAME {
        @Override
        Object out(Object kept) {
            return kept;
        }

        @Override
        Object in(Object sent) {
            return sent;
        }
    },
    /** {@code NOT_RUN} for {@code NotRun}. */
    SNAKE {
        @Override
        Object out(Object kept) {
            return kept instanceof String text ? Names.snake(text) : kept;
        }

        @Override
        Object in(Object sent) {
            return sent instanceof String text && text.equals(text.toUpperCase(Locale.ROOT))
                    ? Names.camel(text) : sent;
        }
    },
    /** {@code 1} for {@code Prod}, {@code 0} for {@code Dev}. */
    ENVIRONMENT {
        @Override
        Object out(Object kept) {
            return "Dev".equals(kept) ? (Object) 0L : "Prod".equals(kept) ? (Object) 1L : kept;
        }

        @Override
        Object in(Object sent) {
            return Values.same(sent, 0L) ? "Dev" : Values.same(sent, 1L) ? "Prod" : sent;
        }
    },
    /** {@code false} for {@code true}. */
    NOT {
        @Override
        Object out(Object kept) {
            return kept instanceof Boolean flag ? (Object) !flag : kept;
        }

        @Override
        Object in(Object sent) {
            return out(sent);
        }
    },
    /** {@code FAILURE_ALLOWED} for {@code FailureAllowed}, with the legacy number behind a repeat mode. */
    REPEAT {
        @Override
        Object out(Object kept) {
            return "AllAllowed".equals(kept) ? (Object) 0L : "FailureAllowed".equals(kept) ? (Object) 1L
                    : "AllDenied".equals(kept) ? (Object) 2L : kept;
        }

        @Override
        Object in(Object sent) {
            return sent;
        }
    };

    abstract Object out(Object kept);

    abstract Object in(Object sent);
}
