package dev.dwx.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Comma-separated values: a header of every key, one record for each row, nested values as JSON text, nothing for
 * {@code null}. Scalars get the header {@code value}. The data is written as it is: a cell that begins with
 * {@code =} stays so, since a program that reads the file must get what the service answered.
 */
final class CsvForm implements Form {
    private static final String SINGLE_COLUMN = "value";

    @Override
    public String text(Object value, Look look) {
        List<Object> rows = Listing.everyRowOf(value);
        if (rows == null) {
            Object plain = PlainValue.of(value);
            rows = plain == null ? List.of() : List.of(plain);
        }
        String text = write(rows);
        return look.terminal() ? VisibleText.lines(text, look) : text;
    }

    private static String write(List<Object> rows) {
        List<String> keys = Listing.keys(rows);
        boolean single = keys.isEmpty() || !Listing.allMaps(rows);
        if (rows.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
        try (CSVPrinter csv = new CSVPrinter(text, format)) {
            csv.printRecord(single ? List.of(SINGLE_COLUMN) : keys);
            for (Object row : rows) {
                List<String> cells = new ArrayList<>();
                if (single) {
                    cells.add(cell(row));
                } else {
                    for (String key : keys) {
                        cells.add(cell(((Map<?, ?>) row).get(key)));
                    }
                }
                csv.printRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.substring(0, text.length() - 1);
    }

    private static String cell(Object plain) {
        if (plain == null) {
            return null;
        }
        return PlainValue.isScalar(plain) ? Fields.scalar(plain) : JsonForm.compact(plain);
    }
}
