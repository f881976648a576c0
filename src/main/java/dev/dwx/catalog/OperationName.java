package dev.dwx.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An operation's name taken apart: {@code BatchUpdateTasks} is the words Batch, Update, Tasks; it updates Tasks, many
 * at once.
 *
 * <p>Most names are a verb and a noun. Those of data protection put a family first and the verb in the middle or at
 * the end ({@code DsgDesensPlanDelete}), or name two verbs ({@code DsgDesensPlanAddOrUpdate}).
 *
 * @param name the name as it is
 * @param words its words in order; runs of capitals are words of their own ({@code DI}, {@code DDL}, {@code IO})
 * @param prefix {@code Batch} or {@code Dsg} where the name begins so, otherwise empty
 * @param verb the word that says what is done, as spelled; the first word where none is known
 * @param verbs all verbs of an {@code …Or…} name, otherwise just {@code verb}
 * @param noun what it is done to, without blanks: {@code Tasks}; may be empty
 */
public record OperationName(
        String name, List<String> words, String prefix, String verb, List<String> verbs, String noun) {

    private static final Set<String> VERBS = Set.of(
            "Abolish", "Add", "Apply", "Approve", "Associate", "Attach", "Bind", "Build", "Callback", "Cancel",
            "Change", "Check", "Clear", "Clone", "Close", "Commit", "Copy", "Create", "Delete", "Deploy",
            "Desensitize", "Detach", "Disable", "Dissociate", "Download", "Edit", "Enable", "Establish", "Exec",
            "Execute", "Export", "Find", "Freeze", "Generate", "Get", "Grant", "Import", "Install", "Invoke", "Kill",
            "List", "Load", "Lock", "Merge", "Migrate", "Modify", "Mount", "Move", "Offline", "Online", "Open",
            "Pause", "Preview", "Prompt", "Publish", "Purge", "Put", "Query", "Refresh", "Register", "Reject",
            "Release", "Remove", "Rename", "Renew", "Replace", "Rerun", "Reset", "Restart", "Restore", "Resume",
            "Retry", "Revoke", "Rollback", "Run", "Save", "Scan", "Search", "Send", "Set", "Start", "Stop", "Submit",
            "Suspend", "Sync", "Tag", "Terminate", "Test", "Transfer", "Trigger", "Truncate", "UnTag", "Unbind",
            "Undeploy", "Unfreeze", "Uninstall", "Unlock", "Unmount", "Unregister", "Untag", "Update", "Upgrade",
            "Upload", "Validate", "Verify");

    public OperationName {
        words = List.copyOf(words);
        verbs = List.copyOf(verbs);
    }

    /** Takes {@code name} apart; any text will do. */
    public static OperationName of(String name) {
        List<String> words = split(name);
        if (words.isEmpty()) {
            return new OperationName(name, words, "", "", List.of(), "");
        }
        String prefix = words.size() > 1 && (words.get(0).equals("Batch") || words.get(0).equals("Dsg"))
                ? words.get(0) : "";
        int first = prefix.isEmpty() ? 0 : 1;
        int at = verbAt(words, first);
        List<String> verbs = new ArrayList<>();
        verbs.add(words.get(at));
        int end = at + 1;
        while (end + 1 < words.size() && words.get(end).equals("Or") && VERBS.contains(words.get(end + 1))) {
            verbs.add(words.get(end + 1));
            end += 2;
        }
        // A family's name stands before the verb, anything else after it: DsgDesensPlanUpdateStatus is about plans.
        String noun = at > first ? join(words, first, at) : join(words, end, words.size());
        return new OperationName(name, words, prefix, words.get(at), verbs, noun);
    }

    /** The first verb. "List" inside a name is often a thing: DsgWhiteListDeleteList deletes, it does not list. */
    private static int verbAt(List<String> words, int first) {
        if (VERBS.contains(words.get(first))) {
            return first;
        }
        int list = -1;
        for (int at = first + 1; at < words.size(); at++) {
            if (words.get(at).equals("List")) {
                list = list < 0 ? at : list;
            } else if (VERBS.contains(words.get(at))) {
                return at;
            }
        }
        return list < 0 ? first : list;
    }

    /** Whether a text is spelled as an operation's name is: letters and digits, a capital first. */
    public static boolean isSpelledSo(String text) {
        if (text.isEmpty() || text.charAt(0) < 'A' || text.charAt(0) > 'Z') {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    /** Whether the verb is one that is known, and not merely the first word. */
    public boolean knownVerb() {
        return VERBS.contains(verb);
    }

    /** {@link #noun} in the singular: {@code Tasks} gives {@code Task}, {@code Entities} {@code Entity}. */
    public String singular() {
        return singular(noun);
    }

    /** One English noun in the singular, as far as its ending tells. */
    public static String singular(String noun) {
        if (noun.endsWith("ies") && noun.length() > 4) {
            return noun.substring(0, noun.length() - 3) + "y";
        }
        if (noun.endsWith("sses") || noun.endsWith("uses") || noun.endsWith("xes") || noun.endsWith("ches")) {
            return noun.substring(0, noun.length() - 2);
        }
        if (noun.endsWith("Children")) {
            return noun.substring(0, noun.length() - 3);
        }
        if (noun.endsWith("s") && !noun.endsWith("ss") && !noun.endsWith("us") && !noun.endsWith("sis")
                && noun.length() > 2) {
            return noun.substring(0, noun.length() - 1);
        }
        return noun;
    }

    /** How a listing of such things may be called, the likeliest first: {@code Node} gives {@code Nodes}, {@code Node}, {@code Nodees}. */
    public static List<String> plurals(String noun) {
        return noun.endsWith("y") ? List.of(noun.substring(0, noun.length() - 1) + "ies", noun + "s", noun)
                : List.of(noun + "s", noun, noun + "es");
    }

    /**
     * The words of a name in camel case. A run of capitals is one word, its plural included ({@code UDFs}); its last
     * capital begins the next word when small letters follow ({@code DIJob}). Digits belong to the word before them.
     */
    public static List<String> split(String name) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= name.length(); i++) {
            if (i == name.length() || beginsWord(name, start, i)) {
                String word = name.substring(start, i);
                int last = words.size() - 1;
                if (last >= 0 && words.get(last).equals("Un")) {
                    words.set(last, "Un" + word);
                } else if (!isSeparator(word)) {
                    words.add(word);
                }
                start = i;
            }
        }
        return words;
    }

    private static boolean isSeparator(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isLetterOrDigit(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean beginsWord(String name, int start, int i) {
        char c = name.charAt(i);
        char before = name.charAt(i - 1);
        if (Character.isLetterOrDigit(c) != Character.isLetterOrDigit(before)) {
            return true;
        }
        if (!Character.isUpperCase(c)) {
            return false;
        }
        if (!Character.isUpperCase(before)) {
            return true;
        }
        // Inside a run of capitals: the next word begins here when small letters follow, other than a plural s.
        return i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1)) && !isPlural(name, i + 1)
                && i > start;
    }

    private static boolean isPlural(String name, int i) {
        return name.charAt(i) == 's' && (i + 1 == name.length() || Character.isUpperCase(name.charAt(i + 1)));
    }

    private static String join(List<String> words, int from, int to) {
        StringBuilder joined = new StringBuilder();
        for (int i = from; i < to; i++) {
            joined.append(words.get(i));
        }
        return joined.toString();
    }
}
