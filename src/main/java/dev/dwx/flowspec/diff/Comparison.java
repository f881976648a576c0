package dev.dwx.flowspec.diff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Goes through two documents at once. */
final class Comparison {
    /**
     * A difference with all that is needed to bring it into the document before.
     *
     * @param change as it is told
     * @param into what holds it in the document before
     * @param before {@code null} for what was added
     * @param after {@code null} for what was removed
     */
    record Found(SpecChange change, Part into, Part before, Part after) {
    }

    private final boolean wanted;
    private final List<Found> found = new ArrayList<>();

    private Comparison(boolean wanted) {
        this.wanted = wanted;
    }

    /** @param wanted whether the second document leaves things out that the service fills in */
    static List<Found> of(Part before, Part after, boolean wanted) {
        Comparison comparison = new Comparison(wanted);
        comparison.groups(before, after, "");
        return comparison.found;
    }

    private void parts(Part into, Part before, Part after, String field) {
        if (before.below == null && after.below == null) {
            if (!same(before.plain, after.plain)) {
                tell(SpecChange.Kind.CHANGED, into, before, after, field);
            }
        } else if (before.below == null || after.below == null || before.isList() != after.isList()
                || before.isList() && before.place == Place.FREE && before.below.size() != after.below.size()) {
            tell(SpecChange.Kind.CHANGED, into, before, after, field);
        } else if (before.edge != null) {
            int so = found.size();
            groups(before, after, "");
            if (found.size() > so) {
                found.subList(so, found.size()).clear();
                tell(SpecChange.Kind.CHANGED, into, before, after, PartReader.EDGES + " " + before.edge.text());
            }
        } else {
            groups(before, after, field);
        }
    }

    private void groups(Part before, Part after, String field) {
        for (Map.Entry<String, Part> entry : before.below.entrySet()) {
            Part other = after.below.get(entry.getKey());
            Part own = entry.getValue();
            if (other != null) {
                parts(before, own, other, field(before, own, entry.getKey(), field));
            } else if (!wanted || (before.isList() || !before.place.isFilled(entry.getKey())) && !Place.onlyFilled(own)) {
                tell(SpecChange.Kind.REMOVED, before, own, null, field(before, own, entry.getKey(), field));
            }
        }
        for (Map.Entry<String, Part> entry : after.below.entrySet()) {
            if (!before.below.containsKey(entry.getKey())) {
                tell(SpecChange.Kind.ADDED, before, null, entry.getValue(), field(before, entry.getValue(), entry.getKey(), field));
            }
        }
    }

    /** Fields are told as seen from their node. */
    private static String field(Part group, Part part, String key, String field) {
        if (part.edge != null) {
            String text = part.edge.text();
            return PartReader.EDGES + (text.isEmpty() ? "" : " " + text);
        }
        if (part.owner != null && part.owner.at() == part.at) {
            return "";
        }
        return group.isList() ? field + (key.startsWith("[") ? key : "[" + key + "]") : field.isEmpty() ? key : field + "." + key;
    }

    private void tell(SpecChange.Kind kind, Part into, Part before, Part after, String field) {
        Part told = before == null ? after : before;
        String path = before == null ? Changing.place(into, after).toString()
                : before.edge != null ? before.edge.said().get(0) : before.at.path().toString();
        found.add(new Found(new SpecChange(kind, told.owner == null ? null : told.owner.name(), field, path,
                before == null ? null : before.raw, after == null ? null : after.raw), into, before, after));
    }

    /** Numbers and words of truth may be given as texts. */
    static boolean same(Object one, Object other) {
        if (one.equals(other)) {
            return true;
        }
        if (one instanceof Number || other instanceof Number) {
            BigDecimal first = number(one);
            BigDecimal second = number(other);
            return first != null && second != null && first.compareTo(second) == 0;
        }
        return (one instanceof Boolean || other instanceof Boolean) && one.toString().equals(other.toString());
    }

    private static BigDecimal number(Object value) {
        String text = value.toString();
        if (text.isEmpty() || text.length() > 400 || !(value instanceof Number || value instanceof String)) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
