package dev.dwx.flowspec.lint;

import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
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
                findings.error("sync-content", path, Texts.of("the content of a DI node is JSON, and this is none: {0}", e.getMessage()),
                        Texts.of("write it as a map and turn it into text with groovy.json.JsonOutput.toJson(…)"));
                return;
            }
        } else {
            findings.error("sync-content", path, Texts.of("the content of a DI node is a JSON text, not an object inside the document"),
                    "content: groovy.json.JsonOutput.toJson(…)", content instanceof Map ? QuickFix.set(path, ExactJson.write(content)) : null);
        }
        if (!(job instanceof Map)) {
            findings.error("sync-content", path, Texts.of("the content of a DI node is an object"), Texts.of("begin with {\"type\": \"job\","
                    + " \"version\": \"2.0\", \"steps\": […]}"));
            return;
        }
        List<?> steps = SpecValues.list(job, "steps");
        columns(steps, path, findings);
        boolean reader = false;
        boolean writer = false;
        for (int i = 0; i < steps.size(); i++) {
            String category = String.valueOf(SpecValues.at(steps.get(i), "category"));
            reader |= category.equalsIgnoreCase("reader");
            writer |= category.equalsIgnoreCase("writer");
            step(steps.get(i), category.equalsIgnoreCase("reader"), path + ".steps[" + i + "].parameter", findings);
        }
        if (!reader || !writer) {
            findings.error("sync-content", path + ".steps", Texts.of("a synchronisation has a reader and a writer{0}",
                    reader ? Texts.of("; there is no writer") : writer ? Texts.of("; there is no reader") : ""), "steps: [[category: 'reader', …], [category: 'writer', …]]");
        }
        Object limit = SpecValues.at(job, "setting", "errorLimit");
        if (limit instanceof Map<?, ?> map && !map.containsKey("strategy")) {
            findings.warn("error-limit", path + ".setting.errorLimit", Texts.of("newer services want to know what a bad record leads to"),
                    Texts.of("give errorLimit a strategy"));
        }
    }

    /** As many columns as are read are written; a star stands for all of them. */
    private static void columns(List<?> steps, String path, Findings findings) {
        int read = -1;
        int written = -1;
        int writer = 0;
        for (int i = 0; i < steps.size(); i++) {
            List<?> columns = SpecValues.list(steps.get(i), "parameter", "column");
            String category = String.valueOf(SpecValues.at(steps.get(i), "category"));
            int count = columns.isEmpty() || columns.contains("*") ? -1 : columns.size();
            if (category.equalsIgnoreCase("reader")) {
                read = read < 0 ? count : read;
            } else if (category.equalsIgnoreCase("writer")) {
                written = count;
                writer = i;
            }
        }
        if (read >= 0 && written >= 0 && read != written) {
            findings.error("sync-columns", path + ".steps[" + writer + "].parameter.column", read == 1
                    ? Texts.of("the reader gives 1 column, and the writer takes {0}: they go together by their places", written)
                    : Texts.of("the reader gives {0} columns, and the writer takes {1}: they go together by their places", read, written),
                    Texts.of("as many columns on both sides, in the same order"));
        }
    }

    private static void source(Object parameter, String path, Findings findings) {
        if (SpecValues.text(parameter, "datasource") == null && !(SpecValues.at(parameter, "connection") instanceof List)) {
            findings.warn("sync-step", path + ".datasource", Texts.of("it is missing: the data source that is read or written"), "datasource: '…'");
        }
    }

    private static void step(Object step, boolean reader, String path, Findings findings) {
        Object parameter = SpecValues.at(step, "parameter");
        Object mode = SpecValues.at(parameter, "splitMode");
        if (mode != null && !mode.equals("record") && !mode.equals("partition")) {
            findings.error("split-mode", path + ".splitMode", Texts.of("{0} is refused: it is a word, not a switch",
                    SpecValues.quoted(mode)),
                    Texts.of("splitMode: 'record' or 'partition'"), mode instanceof Boolean ? QuickFix.remove(path + ".splitMode") : null);
        }
        if (SpecValues.at(step, "category") != null) {
            source(parameter, path, findings);
        }
        Object write = SpecValues.at(parameter, "writeMode");
        if (!reader && "holo".equals(SpecValues.at(step, "stepType")) && write instanceof String word
                && !word.matches("(?i)insert|update|delete|replace|ignore")) {
            findings.warn("sync-step", path + ".writeMode", Texts.of("'{0}' is none of insert, update, delete", word), "writeMode: 'insert'");
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
                String text = Texts.of("the value in {0} is not in quotes; the run then ends with a message that the partition is not"
                        + " configured", entry);
                String fix = "\"" + quoted(entry) + "\"";
                if (reader) {
                    findings.error("partition-quotes", at, text, fix, QuickFix.set(at, quoted(entry)));
                } else {
                    findings.warn("partition-quotes", at, text, fix, QuickFix.set(at, quoted(entry)));
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
