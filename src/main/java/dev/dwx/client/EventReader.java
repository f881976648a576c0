package dev.dwx.client;

import dev.dwx.json.ExactJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads an event stream ({@code text/event-stream}, as the WHATWG describes it) in whatever pieces it arrives: lines end with CR, LF or
 * both; several {@code data} lines are one text; a line that begins with a colon is a comment; an event ends at an empty line. The end of
 * the stream ends the last event too, since the service sends its last one without an empty line behind it now and then.
 */
public final class EventReader {
    private static final String DONE = "[DONE]";

    private final Consumer<StreamEvent> listener;
    private byte[] line = new byte[256];
    private int length;
    private boolean afterReturn;
    private boolean first = true;
    private String id;
    private String name;
    private StringBuilder data;

    /** @param listener told of each event as soon as it is whole */
    EventReader(Consumer<StreamEvent> listener) {
        this.listener = listener;
    }

    /** All events of a text. */
    public static List<StreamEvent> read(String text) {
        List<StreamEvent> events = new ArrayList<>();
        EventReader reader = new EventReader(events::add);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        reader.take(bytes, 0, bytes.length);
        reader.end();
        return events;
    }

    /** Takes the next bytes of the stream. */
    void take(byte[] bytes, int from, int count) {
        for (int i = from; i < from + count; i++) {
            byte b = bytes[i];
            if (b == '\n' && afterReturn) {
                afterReturn = false;
                continue;
            }
            afterReturn = b == '\r';
            if (b == '\r' || b == '\n') {
                endLine();
            } else {
                if (length == line.length) {
                    line = java.util.Arrays.copyOf(line, length * 2);
                }
                line[length++] = b;
            }
        }
    }

    /** The stream has ended. */
    void end() {
        if (length > 0) {
            endLine();
        }
        endEvent();
    }

    private void endLine() {
        String text = new String(line, 0, length, StandardCharsets.UTF_8);
        length = 0;
        if (first) {
            first = false;
            text = text.startsWith("\ufeff") ? text.substring(1) : text;
        }
        if (text.isEmpty()) {
            endEvent();
            return;
        }
        int colon = text.indexOf(':');
        String field = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(text.startsWith(" ", colon + 1) ? colon + 2 : colon + 1);
        switch (field) {
            case "data" -> data = data == null ? new StringBuilder(value) : data.append('\n').append(value);
            case "event" -> name = value;
            case "id" -> id = value;
            default -> {
                // Comments, and fields that mean nothing here.
            }
        }
    }

    private void endEvent() {
        if (data != null && !data.toString().equals(DONE)) {
            String text = data.toString();
            listener.accept(new StreamEvent(id, name == null || name.isEmpty() ? "message" : name, ExactJson.parseOr(text, text)));
        }
        data = null;
        name = null;
    }
}
