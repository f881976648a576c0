package dev.dwx.flowspec.lint;

import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.json.ExactJson;
import dev.dwx.json.JsonLines;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks through a FlowSpec document before it is sent: what the service refuses with codes that say little, and what it takes without a word and
 * then loses. The rules are those of the published specification, of the operations' pages, and of what people saw happen;
 * {@link LintRules} lists them. Keys that nobody knows are nobody's business here, since the service knows more of them than its
 * specification; keys that are nearly a known one are.
 */
public final class SpecCheck {
    private static final int MOST_ROUNDS = 12;

    private SpecCheck() {
    }

    /**
     * Everything that is wrong or doubtful, in the order of the document's parts.
     *
     * @param spec the document: JSON text, or maps and lists; with a text, findings know their lines
     */
    public static List<Finding> of(Object spec, SpecSetting setting) {
        Findings findings = new Findings();
        Map<String, Object> document = document(spec, setting, findings);
        if (document == null) {
            return findings.all();
        }
        List<Finding> found = check(document, setting);
        return spec instanceof CharSequence text && !found.isEmpty() ? placed(found, text.toString()) : found;
    }

    private static List<Finding> placed(List<Finding> found, String text) {
        JsonLines lines = JsonLines.of(text);
        List<Finding> placed = new ArrayList<>();
        for (Finding finding : found) {
            placed.add(finding.withLineNumber(lines.line(finding.path())));
        }
        return placed;
    }

    /** As {@link #of}, with the use that the document's own kind speaks for. */
    public static List<Finding> of(Object spec) {
        return of(spec, SpecSetting.of(spec));
    }

    /**
     * The document with every quick fix made that leads to nothing worse.
     *
     * @param off rules whose findings are left alone
     * @throws ExactJson.Malformed when it is no document at all
     */
    public static FlowDocument mended(Object spec, SpecSetting setting, Set<String> off) {
        Map<String, Object> document = spec instanceof CharSequence text ? FlowDocument.parse(text.toString()).map()
                : FlowDocument.of((Map<?, ?>) spec).map();
        Set<QuickFix> refused = new HashSet<>();
        List<Finding> found = check(document, setting);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<QuickFix> fixes = fixes(found, off, refused);
            if (fixes.isEmpty()) {
                break;
            }
            Map<String, Object> all = SpecEdit.apply(document, fixes);
            List<Finding> after = check(all, setting);
            if (noWorse(found, after)) {
                refused.addAll(all.equals(document) ? fixes : List.of());
                document = all;
                found = after;
                continue;
            }
            for (QuickFix fix : fixes) {
                Map<String, Object> one = SpecEdit.apply(document, List.of(fix));
                after = check(one, setting);
                if (noWorse(found, after) && !one.equals(document)) {
                    document = one;
                    found = after;
                } else {
                    refused.add(fix);
                }
            }
        }
        return FlowDocument.of(document);
    }

    /** Of several changes at one place the first is made; the others come again in the next round. */
    private static List<QuickFix> fixes(List<Finding> found, Set<String> off, Set<QuickFix> refused) {
        List<QuickFix> fixes = new ArrayList<>();
        Set<String> places = new HashSet<>();
        for (Finding finding : found) {
            QuickFix fix = finding.quickFix();
            if (fix != null && !off.contains(finding.code()) && !refused.contains(fix) && places.add(fix.path() + fix.value())
                    && (fix.path().endsWith("[+]") || places.add(fix.path()))) {
                fixes.add(fix);
            }
        }
        return fixes;
    }

    /** Whether no error is there that was not there before. */
    private static boolean noWorse(List<Finding> before, List<Finding> after) {
        Set<String> known = new HashSet<>();
        int errors = 0;
        for (Finding finding : before) {
            known.add(finding.code() + " " + finding.path());
            errors += finding.isError() ? 1 : 0;
        }
        for (Finding finding : after) {
            errors -= finding.isError() ? 1 : 0;
            if (finding.isError() && !known.contains(finding.code() + " " + finding.path())) {
                return false;
            }
        }
        return errors >= 0;
    }

    private static Map<String, Object> document(Object spec, SpecSetting setting, Findings findings) {
        String begin = "[version: '1.1.0', kind: '" + setting.use().kinds().get(0) + "', spec: [ … ]]";
        if (spec instanceof CharSequence text) {
            Object parsed;
            try {
                parsed = ExactJson.parse(text.toString());
            } catch (ExactJson.Malformed e) {
                findings.error("json", "Spec", Texts.of("the text is no JSON: {0}", e.getMessage()), Texts.of("give a map, {0}, and dwx writes the JSON",
                        begin));
                return null;
            }
            if (parsed instanceof Map<?, ?> map) {
                return FlowDocument.of(map).map();
            }
        } else if (spec instanceof Map<?, ?> map) {
            return FlowDocument.of(map).map();
        }
        findings.error("json", "Spec", Texts.of("a FlowSpec is an object"), Texts.of("begin with {0}", begin));
        return null;
    }

    private static List<Finding> check(Map<String, Object> document, SpecSetting setting) {
        Findings findings = new Findings();
        References references = References.of(document, findings);
        Map<String, Object> resolved = references.resolved();
        new EnvelopeCheck(setting, findings).check(resolved);
        new KeyCheck(findings).document(resolved);
        SpecBody body = SpecBody.of(resolved);
        if (body != null) {
            new BodyCheck(setting, findings, body).check();
        }
        Set<Finding> home = new LinkedHashSet<>();
        for (Finding finding : findings.all()) {
            home.add(references.atHome(finding));
        }
        return new ArrayList<>(home);
    }
}
