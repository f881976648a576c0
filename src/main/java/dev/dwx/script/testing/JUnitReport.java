package dev.dwx.script.testing;

import dev.dwx.script.testing.TestCase.Outcome;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Test results as the XML that build servers read: {@code testsuites}, a {@code testsuite} for each script, a {@code testcase}. */
public final class JUnitReport {
    private JUnitReport() {
    }

    /** The document. */
    public static String of(List<TestedScript> scripts) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml, 0);
            xml.writeStartElement("testsuites");
            counts(xml, "dwx", scripts);
            for (TestedScript script : scripts) {
                line(xml, 1);
                suite(xml, script);
            }
            line(xml, 0);
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static void counts(XMLStreamWriter xml, String name, List<TestedScript> scripts) throws XMLStreamException {
        int tests = 0;
        int failures = 0;
        int errors = 0;
        int skipped = 0;
        Duration time = Duration.ZERO;
        for (TestedScript script : scripts) {
            tests += script.cases().size();
            failures += script.count(Outcome.FAILED);
            errors += script.count(Outcome.ERROR);
            skipped += script.count(Outcome.SKIPPED);
            time = time.plus(script.time());
        }
        attribute(xml, "name", name);
        attribute(xml, "tests", Integer.toString(tests));
        attribute(xml, "failures", Integer.toString(failures));
        attribute(xml, "errors", Integer.toString(errors));
        attribute(xml, "skipped", Integer.toString(skipped));
        attribute(xml, "time", seconds(time));
    }

    private static void suite(XMLStreamWriter xml, TestedScript script) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        counts(xml, script.name(), List.of(script));
        for (TestCase one : script.cases()) {
            line(xml, 2);
            xml.writeStartElement("testcase");
            attribute(xml, "classname", script.name());
            attribute(xml, "name", one.name());
            attribute(xml, "time", seconds(one.time()));
            if (one.outcome() == Outcome.SKIPPED) {
                xml.writeEmptyElement("skipped");
            } else if (!one.fine()) {
                boolean failed = one.outcome() == Outcome.FAILED;
                xml.writeStartElement(failed ? "failure" : "error");
                attribute(xml, "message", lastLine(one.text()));
                attribute(xml, "type", failed ? "assertion" : "error");
                xml.writeCharacters(clean(one.text()));
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        line(xml, 2);
        xml.writeStartElement("system-out");
        xml.writeCharacters(clean(script.output()));
        xml.writeEndElement();
        line(xml, 1);
        xml.writeEndElement();
    }

    /** The line that says what happened: behind the place, the source line and its caret. */
    private static String lastLine(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals("^") && i + 1 < lines.size()) {
                boolean assertion = lines.get(i + 1).equals("Assertion failed:") && i + 2 < lines.size();
                return lines.get(assertion ? i + 2 : i + 1).strip();
            }
        }
        return lines.isEmpty() ? "" : lines.get(0).strip();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, clean(value));
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis()).divide(BigDecimal.valueOf(1000), 3, RoundingMode.HALF_UP).toPlainString();
    }

    /** Without the characters that no XML document may have, whatever their spelling. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean allowed = point == '\t' || point == '\n' || point == '\r' || point >= 0x20 && point <= 0xD7FF
                    || point >= 0xE000 && point <= 0xFFFD || point >= 0x10000;
            clean.appendCodePoint(allowed ? point : 0xFFFD);
        });
        return clean.toString();
    }
}
