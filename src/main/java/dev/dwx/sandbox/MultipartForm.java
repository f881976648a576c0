package dev.dwx.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A {@code multipart/form-data} body as the object storage reads it: text fields first, {@code file} last.
 *
 * @param fields text fields by name
 * @param file the file's bytes, or {@code null}
 */
record MultipartForm(Map<String, String> fields, byte[] file) {

    String text(String name) {
        return fields.get(name);
    }

    /**
     * @throws IllegalArgumentException when the body is not of that form
     */
    static MultipartForm parse(String contentType, byte[] body) {
        String boundary = parameter(contentType, "boundary");
        if (boundary == null || boundary.isEmpty()) {
            throw new IllegalArgumentException("no boundary");
        }
        // One character per byte, so that places in the text are places in the body.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String delimiter = "--" + boundary;
        Map<String, String> fields = new LinkedHashMap<>();
        byte[] file = null;
        int at = text.indexOf(delimiter);
        while (at >= 0 && !text.startsWith("--", at + delimiter.length())) {
            int head = at + delimiter.length() + 2;
            int blank = text.indexOf("\r\n\r\n", head - 2);
            int next = text.indexOf("\r\n" + delimiter, Math.max(blank, 0));
            if (blank < 0 || next < blank) {
                throw new IllegalArgumentException("a part does not end");
            }
            int from = Math.min(blank + 4, next);
            String name = parameter(text.substring(Math.min(head, blank), blank), "name");
            if ("file".equals(name)) {
                file = text.substring(from, next).getBytes(StandardCharsets.ISO_8859_1);
                break;
            }
            if (name != null) {
                fields.put(name, new String(text.substring(from, next).getBytes(StandardCharsets.ISO_8859_1),
                        StandardCharsets.UTF_8));
            }
            at = next + 2;
        }
        return new MultipartForm(fields, file);
    }

    /** {@code form-data; name="key"}: the value of one parameter, with or without quotes; {@code null} when absent. */
    private static String parameter(String header, String name) {
        if (header == null) {
            return null;
        }
        for (String part : header.split("[;\r\n]")) {
            String trimmed = part.strip();
            if (trimmed.regionMatches(true, 0, name + "=", 0, name.length() + 1)) {
                String value = trimmed.substring(name.length() + 1).strip();
                boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
                return quoted ? value.substring(1, value.length() - 1) : value;
            }
        }
        return null;
    }
}
