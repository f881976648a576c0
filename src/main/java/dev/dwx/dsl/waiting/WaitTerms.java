package dev.dwx.dsl.waiting;

import dev.dwx.catalog.NearNames;
import dev.dwx.texts.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How to wait.
 *
 * @param what what is waited for, in words
 * @param again the call that looks at it again, as it would be typed; {@code null} when only the caller knows
 * @param every the first pause between two looks; later ones are longer by half each, up to six times this and a minute
 * @param timeout how long at most
 * @param failOnBad whether a bad end is an error; otherwise it is a result as any other
 */
public record WaitTerms(String what, String again, Duration every, Duration timeout, boolean failOnBad) {
    private static final List<String> NAMES = List.of("every", "timeout", "what", "failOnBad");
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int WIDEST = 6;

    /**
     * These terms with what the caller says otherwise.
     *
     * @throws IllegalArgumentException when an option or its value cannot be understood
     */
    public WaitTerms with(Map<?, ?> options) {
        WaitTerms terms = this;
        for (Map.Entry<?, ?> option : options.entrySet()) {
            Object value = option.getValue();
            terms = switch (String.valueOf(option.getKey())) {
                case "every" -> new WaitTerms(terms.what, again, Lapse.of(value, "every"), terms.timeout, terms.failOnBad);
                case "timeout" -> new WaitTerms(terms.what, again, terms.every, Lapse.of(value, "timeout"), terms.failOnBad);
                case "what" -> new WaitTerms(String.valueOf(value), again, terms.every, terms.timeout, terms.failOnBad);
                case "failOnBad" -> new WaitTerms(terms.what, again, terms.every, terms.timeout, !Boolean.FALSE.equals(value));
                default -> throw unknown(String.valueOf(option.getKey()));
            };
        }
        return terms;
    }

    private static IllegalArgumentException unknown(String name) {
        List<String> near = NearNames.of(name, NAMES);
        return new IllegalArgumentException(Texts.of("waitFor has no option {0}. {1}", name,
                near.isEmpty() ? Texts.of("It has {0}.", String.join(", ", NAMES)) : Texts.of("Did you mean {0}?", String.join(Texts.of(" or "), near))));
    }

    /** The pause after one of this length. */
    Duration longer(Duration pause) {
        Duration cap = every.multipliedBy(WIDEST).compareTo(LONGEST_PAUSE) < 0 ? every.multipliedBy(WIDEST)
                : every.compareTo(LONGEST_PAUSE) > 0 ? every : LONGEST_PAUSE;
        Duration longer = pause.multipliedBy(3).dividedBy(2);
        return longer.compareTo(cap) > 0 ? cap : longer;
    }

    /** How many looks there are at most. */
    long looks() {
        long looks = 1;
        Duration pause = every;
        for (Duration gone = pause; gone.compareTo(timeout) < 0 && looks < 1_000_000; gone = gone.plus(pause)) {
            looks++;
            pause = longer(pause);
        }
        return looks + 1;
    }
}
