package dev.dwx.render;

import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/**
 * YAML 1.2 with exact numbers. A string that any YAML reader could take for something else ({@code 7421…},
 * {@code no}, {@code 2026-03-15}, {@code 012}, {@code 12:30}) is quoted, since many readers still follow YAML 1.1.
 */
final class YamlForm implements Form {
    @Override
    public String text(Object value, Look look) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setUseUnicodeEncoding(true)
                .setSplitLines(false)
                .setWidth(Integer.MAX_VALUE)
                .build();
        String text = new Dump(settings, new CarefulRepresenter(settings)).dumpToString(PlainValue.of(value));
        String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return look.terminal() ? VisibleText.lines(whole, look) : whole;
    }

    private static final class CarefulRepresenter extends StandardRepresenter {
        private static final Pattern LOOKS_OTHERWISE = Pattern.compile(
                "(?i)[-+.]?\\d.*|[-+]?\\.(inf|nan).*|y|n|yes|no|on|off|true|false|null|~|=|<<|");

        CarefulRepresenter(DumpSettings settings) {
            super(settings);
            representers.put(String.class, data -> text((String) data));
        }

        private org.snakeyaml.engine.v2.nodes.Node text(String text) {
            if (holdsHidden(text)) {
                // The only style with escapes; a byte order mark left plain would be lost by the next reader.
                return representScalar(Tag.STR, text, ScalarStyle.DOUBLE_QUOTED);
            }
            if (text.indexOf('\n') < 0 && LOOKS_OTHERWISE.matcher(text).matches()) {
                return representScalar(Tag.STR, text, ScalarStyle.SINGLE_QUOTED);
            }
            boolean readableBlock = text.indexOf('\n') >= 0 && !text.isBlank();
            return representScalar(Tag.STR, text, readableBlock ? ScalarStyle.LITERAL : ScalarStyle.PLAIN);
        }

        private static boolean holdsHidden(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) != '\n' && text.charAt(i) != '\t' && VisibleText.hidden(text, i)) {
                    return true;
                }
            }
            return false;
        }
    }
}
