package dev.dwx.repl.watch;

import dev.dwx.dsl.watching.Instance;
import dev.dwx.repl.screen.Press;
import dev.dwx.repl.watch.BoardState.Page;
import dev.dwx.repl.watch.BoardState.Sort;
import java.util.ArrayList;
import java.util.List;

/** What keys do to a board: the state that follows, and what is to be done besides. */
final class BoardKeys {
    private BoardKeys() {
    }

    /** What a key asks for that the state alone cannot give. */
    enum Order { NONE, LEAVE, READ, DETAILS, LOG, WHY, RERUN, HOLD, RESUME, STOP }

    /** What follows a key. */
    record Step(BoardState state, Order order) {
    }

    /** @param room lines that the list, or a text, has */
    static Step press(BoardState state, Press key, int room) {
        if (key.key() == Press.Key.CTRL_C) {
            return new Step(state, Order.LEAVE);
        }
        if (state.finding()) {
            return stay(finding(state, key));
        }
        if (state.page() != null) {
            return stay(page(state, key, room));
        }
        return switch (key.key()) {
            case UP -> stay(moved(state, -1));
            case DOWN -> stay(moved(state, 1));
            case PAGE_UP -> stay(moved(state, -room));
            case PAGE_DOWN -> stay(moved(state, room));
            case HOME -> stay(moved(state, -state.all().size()));
            case END -> stay(moved(state, state.all().size()));
            case ENTER -> about(state, Order.DETAILS);
            case ESCAPE -> stay(state.withFind("", false).withStatus(null));
            case TEXT -> character(state, key);
            default -> stay(state);
        };
    }

    private static Step character(BoardState state, Press key) {
        if (key.leaves()) {
            return new Step(state, Order.LEAVE);
        }
        return switch (key.text()) {
            case "j" -> stay(moved(state, 1));
            case "k" -> stay(moved(state, -1));
            case "r" -> about(state, Order.RERUN);
            case "h" -> about(state, Order.HOLD);
            case "u" -> about(state, Order.RESUME);
            case "x" -> about(state, Order.STOP);
            case "l" -> about(state, Order.LOG);
            case "w" -> about(state, Order.WHY);
            case "f" -> stay(state.withStatus(nextStatus(state)));
            case "s" -> stay(state.withSort(Sort.values()[(state.sort().ordinal() + 1) % Sort.values().length]));
            case "/" -> stay(state.withFind(state.find(), true));
            case "n" -> new Step(state, Order.READ);
            default -> stay(state);
        };
    }

    private static Step stay(BoardState state) {
        return new Step(state, Order.NONE);
    }

    /** Without an instance there is nothing to do it with. */
    private static Step about(BoardState state, Order order) {
        return new Step(state, state.current() == null ? Order.NONE : order);
    }

    private static BoardState moved(BoardState state, int by) {
        List<Instance> shown = state.shown();
        if (shown.isEmpty()) {
            return state;
        }
        int to = Math.max(0, Math.min(shown.size() - 1, state.place(shown) + by));
        return state.withSelected(shown.get(to).id());
    }

    /** All, then each status that there is. */
    private static String nextStatus(BoardState state) {
        List<String> statuses = new ArrayList<>(state.counts().keySet());
        int next = statuses.indexOf(state.status()) + 1;
        return next < statuses.size() ? statuses.get(next) : null;
    }

    private static BoardState finding(BoardState state, Press key) {
        String word = state.find();
        return switch (key.key()) {
            case ENTER -> state.withFind(word, false);
            case ESCAPE -> state.withFind("", false);
            case BACKSPACE -> state.withFind(word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(word.length(), -1)), true);
            case TEXT -> state.withFind(word + key.text(), true);
            default -> state;
        };
    }

    private static BoardState page(BoardState state, Press key, int room) {
        Page page = state.page();
        return switch (key.key()) {
            case UP -> state.withPage(page.at(page.from() - 1, room));
            case DOWN, ENTER -> state.withPage(page.at(page.from() + 1, room));
            case PAGE_UP -> state.withPage(page.at(page.from() - room, room));
            case PAGE_DOWN -> state.withPage(page.at(page.from() + room, room));
            case HOME -> state.withPage(page.at(0, room));
            case END -> state.withPage(page.at(page.lines().size(), room));
            case ESCAPE, BACKSPACE -> state.withPage(null);
            case TEXT -> key.types(" ") ? state.withPage(page.at(page.from() + room, room)) : key.leaves() ? state.withPage(null) : state;
            default -> state;
        };
    }
}
