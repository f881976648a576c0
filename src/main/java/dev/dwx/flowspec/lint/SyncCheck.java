package dev.dwx.flowspec.lint;

import dev.dwx.json.ExactJson;
import java.util.List;
import java.util.Map;

/** The content of a synchronisation (DI) node: a document of its own, held as text. */
final class SyncCheck {
    private SyncCheck() {
    }

    /** Whether a script is a synchronisation's settings. */
    static boolean looksLikeSync(Object content) {
        return content instanceof String text && text.stripLeading().startsWith("{") && text.contains("\"steps\"")
                && text.contains("\"stepType\"");
    }

    /** @param sync whether it has to be one */
    static void lookAt(Object content, String path, Findings findings, boolean sync) {
        if (!sync && !looksLikeSync(content) || content == null) {
            return;
        }
        Object job = content;
        if (content instanceof String text) {
            if (text.isBlank()) {
                return;
            }
            try {
                job = ExactJson.parse(text);
            } catch (ExactJson.Malformed e) {
                findings.error("sync-content", path, "the content of a DI node is JSON, and this is none: " + e.getMessage(),
                        "write it as a map and turn it into text with groovy.json.JsonOutput.toJson(…)");
                return;
            }
        } else {
            findings.error("sync-content", path, "the content of a DI node is a JSON text, not an object inside the document",
                    "content: groovy.json.JsonOutput.toJson(…)");
        }
        List<?> steps = SpecValues.list(job, "steps");
        boolean reader = false;
        boolean writer = false;
        for (int i = 0; i < steps.size(); i++) {
            String category = String.valueOf(SpecValues.at(steps.get(i), "category"));
            reader |= category.equalsIgnoreCase("reader");
            writer |= category.equalsIgnoreCase("writer");
            step(steps.get(i), category.equalsIgnoreCase("reader"), path + ".steps[" + i + "].parameter", findings);
        }
        if (!reader || !writer) {
            findings.error("sync-content", path + ".steps", "a synchronisation has a reader and a writer" + (reader ? "; there is no writer"
                    : writer ? "; there is no reader" : ""), "steps: [[category: 'reader', …], [category: 'writer', …]]");
        }
        Object limit = SpecValues.at(job, "setting", "errorLimit");
        if (limit instanceof Map<?, ?> map && !map.containsKey("strategy")) {
            findings.warn("error-limit", path + ".setting.errorLimit", "newer services want to know what a bad record leads to",
                    "give errorLimit a strategy");
        }
    }

    private static void step(Object step, boolean reader, String path, Findings findings) {
        Object parameter = SpecValues.at(step, "parameter");
        Object mode = SpecValues.at(parameter, "splitMode");
        if (mode != null && !mode.equals("record") && !mode.equals("partition")) {
            findings.error("split-mode", path + ".splitMode", SpecValues.quoted(mode) + " is refused: it is a word, not a switch",
                    "splitMode: 'record' or 'partition'");
        }
        Object partition = SpecValues.at(parameter, "partition");
        if (!"odps".equals(SpecValues.at(step, "stepType"))) {
            return;
        }
        List<?> entries = partition instanceof List<?> list ? list : partition instanceof String text && !text.isBlank() ? List.of(text) : List.of();
        for (int i = 0; i < entries.size(); i++) {
            String entry = String.valueOf(entries.get(i));
            if (unquoted(entry)) {
                String at = path + ".partition" + (partition instanceof List ? "[" + i + "]" : "");
                String text = "the value in " + entry + " is not in quotes; the run then ends with a message that the partition "
                        + "is not configured";
                String fix = "\"" + quoted(entry) + "\"";
                if (reader) {
                    findings.error("partition-quotes", at, text, fix);
                } else {
                    findings.warn("partition-quotes", at, text, fix);
                }
            }
        }
    }

    /** {@code dt=20260315} is, {@code dt='20260315'} is not. */
    private static boolean unquoted(String entry) {
        if (entry.strip().startsWith("/*")) {
            return false;
        }
        for (int at = entry.indexOf('='); at >= 0; at = entry.indexOf('=', at + 1)) {
            String rest = entry.substring(at + 1).stripLeading();
            if (!rest.startsWith("'") && !rest.startsWith("\"")) {
                return true;
            }
        }
        return false;
    }

    private static String quoted(String entry) {
        StringBuilder text = new StringBuilder();
        for (String part : entry.split("(?<=[,/])", -1)) {
            int at = part.indexOf('=');
            String value = at < 0 ? "" : part.substring(at + 1).strip();
            boolean ends = value.endsWith(",") || value.endsWith("/");
            String bare = ends ? value.substring(0, value.length() - 1) : value;
            boolean plain = at >= 0 && !bare.startsWith("'") && !bare.startsWith("\"");
            text.append(plain ? part.substring(0, at).strip() + "='" + bare + "'" + (ends ? value.charAt(value.length() - 1) : "") : part);
        }
        return text.toString();
    }
}
