package dev.dwx.dsl.slips;

import dev.dwx.texts.Texts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call in the words of something else: the aliyun command line, an SDK, options, JSON. Told as the call that it would be here. */
final class ForeignCall {
    private static final Pattern ALIYUN = Pattern.compile("aliyun\\s+dataworks(?:-public)?\\s+([A-Za-z][\\w-]*)(.*)");
    private static final Pattern PLAIN = Pattern.compile("((?:v20\\d\\d\\.)?[A-Za-z]\\w*)\\s+(--?[A-Za-z].*|[A-Za-z]\\w*\\s*=[^=~].*)");
    private static final Pattern EQUALS = Pattern.compile("([A-Z]\\w*)\\(((?:\\s*[A-Za-z]\\w*\\s*=(?![=~])[^,]*,?)+)\\)\\s*;?");
    private static final Pattern IN_JSON = Pattern.compile("([A-Z]\\w*)\\(\\s*(\\{.*\\})\\s*\\)\\s*;?", Pattern.DOTALL);
    private static final Pattern BRACED = Pattern.compile("([A-Z]\\w*)\\(\\s*\\{\\s*([A-Za-z]\\w*\\s*:.*)\\}\\s*\\)\\s*;?");
    private static final Pattern PYTHON = Pattern.compile("(?:\\w+\\s*=\\s*)?(?:\\w+\\.)?([A-Z]\\w*)Request\\((.*)\\)\\s*");
    private static final Pattern JAVA = Pattern.compile("(?:\\w+\\s+)?(?:\\w+\\s*=\\s*)?new\\s+([A-Z]\\w*)Request\\(\\)(.*?);?\\s*");
    private static final Pattern CLIENT = Pattern.compile("(?:\\w+\\s*=\\s*)?(?:\\w+\\.)?client\\.([A-Za-z]\\w*?)(?:_with_options|WithOptions)?(?:_async|Async)?\\(.*");
    private static final Pattern OPTION = Pattern.compile("--?([A-Za-z][\\w.-]*)(?:[ =]+((?!--)'[^']*'|(?!--)\"[^\"]*\"|(?!--)\\S+))?");
    private static final Pattern PAIR = Pattern.compile("([A-Za-z]\\w*)\\s*=\\s*('[^']*'|\"[^\"]*\"|[^,\\s]+)");
    private static final Pattern SETTER = Pattern.compile("\\.set([A-Z]\\w*)\\(([^)]*)\\)");
    /** Options of the command line that are about the call and not of it. */
    private static final Set<String> ABOUT = Set.of("region", "RegionId", "version", "force", "profile", "endpoint", "method", "pager", "output", "mode",
            "access-key-id", "access-key-secret", "sts-token", "dryrun", "quiet", "header", "body", "secure", "insecure", "cli-query", "language", "biz-region-id", "user-agent");

    private final Function<String, String> operation;

    ForeignCall(Function<String, String> operation) {
        this.operation = operation;
    }

    /** What to type instead, or {@code null}. */
    String of(String text) {
        Matcher aliyun = ALIYUN.matcher(text);
        if (aliyun.matches()) {
            boolean old = aliyun.group(2).contains("2020-05-18");
            return Texts.of("That is a line of the aliyun command line. Here it is: {0}",
                    (old ? "v2020." : "") + written(known(aliyun.group(1).replace("-", "")), options(aliyun.group(2))));
        }
        Matcher plain = PLAIN.matcher(text);
        if (plain.matches() && operation.apply(bare(plain.group(1))) != null) {
            Map<String, String> arguments = plain.group(2).startsWith("-") ? options(plain.group(2)) : pairs(plain.group(2));
            String prefix = plain.group(1).startsWith("v20") ? plain.group(1).substring(0, 6) : "";
            return arguments(prefix + written(known(bare(plain.group(1))), arguments));
        }
        Matcher equals = EQUALS.matcher(text);
        if (equals.matches() && operation.apply(equals.group(1)) != null) {
            return arguments(written(known(equals.group(1)), pairs(equals.group(2))));
        }
        Matcher json = IN_JSON.matcher(text);
        if (json.matches() && operation.apply(json.group(1)) != null) {
            Matcher braced = BRACED.matcher(text);
            String literal = braced.matches() ? "[" + braced.group(2).strip() + "]" : Json.literal(json.group(2).strip());
            String inside = literal == null ? "Name: value, …" : literal.substring(1, literal.length() - 1).strip().replaceAll("'([A-Za-z]\\w*)'\\s*:", "$1:");
            return arguments(known(json.group(1)) + "(" + inside + ")");
        }
        String whole = text.startsWith("{") && text.matches("(?s)\\{\\s*\".*\\}") ? Json.literal(text) : null;
        if (whole != null) {
            return Texts.of("A JSON object is written with square brackets here: {0}", whole.replaceAll("'([A-Za-z]\\w*)'\\s*:", "$1:"));
        }
        return ofSdk(text);
    }

    private String ofSdk(String text) {
        Matcher python = PYTHON.matcher(text);
        if (!text.contains("new ") && python.matches() && operation.apply(python.group(1)) != null) {
            Map<String, String> arguments = new LinkedHashMap<>();
            pairs(python.group(2)).forEach((name, value) -> arguments.put(pascal(name), value));
            return sdk(written(known(python.group(1)), arguments));
        }
        Matcher java = JAVA.matcher(text);
        if (java.matches() && operation.apply(java.group(1)) != null) {
            Map<String, String> arguments = new LinkedHashMap<>();
            Matcher setter = SETTER.matcher(java.group(2));
            while (setter.find()) {
                arguments.put(setter.group(1), setter.group(2));
            }
            return sdk(written(known(java.group(1)), arguments));
        }
        Matcher client = CLIENT.matcher(text);
        String name = client.matches() ? operation.apply(client.group(1).replace("_", "")) : null;
        return name == null ? null : sdk(name + "(Name: value, …)");
    }

    private static String arguments(String call) {
        return Texts.of("Arguments stand in parentheses, as Name: value. Type: {0}", call);
    }

    private static String sdk(String call) {
        return Texts.of("That is a line for an SDK. Here an operation is a call, without a client and a request: {0}", call);
    }

    private String known(String name) {
        String known = operation.apply(name);
        return known == null ? name : known;
    }

    private static String bare(String name) {
        return name.substring(name.indexOf('.') + 1);
    }

    private static Map<String, String> options(String text) {
        Map<String, String> arguments = new LinkedHashMap<>();
        Matcher option = OPTION.matcher(text);
        while (option.find()) {
            if (!ABOUT.contains(option.group(1))) {
                arguments.put(option.group(1).indexOf('-') < 0 ? option.group(1) : pascal(option.group(1)), option.group(2) == null ? "true" : option.group(2));
            }
        }
        return arguments;
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> arguments = new LinkedHashMap<>();
        Matcher pair = PAIR.matcher(text);
        while (pair.find()) {
            arguments.put(pair.group(1), pair.group(2));
        }
        return arguments;
    }

    private static String written(String name, Map<String, String> arguments) {
        StringBuilder call = new StringBuilder(name).append('(');
        arguments.forEach((argument, value) -> call.append(call.charAt(call.length() - 1) == '(' ? "" : ", ").append(argument).append(": ").append(literal(value)));
        return call.append(')').toString();
    }

    /** A value as it stands where it is a literal already, else as a text. */
    private static String literal(String value) {
        String bare = value.replaceAll("[,;]$", "").replaceAll("[lL]$", "");
        if (bare.matches("-?\\d{1,18}") || bare.matches("true|false|null")) {
            return bare;
        }
        if (bare.matches("True|False")) {
            return bare.toLowerCase(Locale.ROOT);
        }
        boolean quoted = value.length() > 1 && (value.charAt(0) == '\'' || value.charAt(0) == '"') && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? "'" + value.substring(1, value.length() - 1).replace("'", "\\'") + "'" : "'" + value.replace("'", "\\'") + "'";
    }

    /** {@code page_size} as {@code PageSize}. */
    private static String pascal(String name) {
        StringBuilder pascal = new StringBuilder();
        for (String word : name.split("[_-]")) {
            pascal.append(word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return pascal.toString();
    }
}
