package dev.dwx.catalog;

import dev.dwx.texts.Texts;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The bytes of a snapshot, checked once, and what of them has been decoded so far.
 *
 * <p>What is decoded is kept in plain arrays: texts and schemas are immutable through and through, so a thread that
 * does not see what another has kept decodes an equal one. (Atomic arrays would cost a cold start more than all the
 * decoding.)
 */
final class SnapshotBytes {
    private final byte[] data;
    private final int strings;
    private final int schemas;
    private final int operations;
    private final int versions;
    private final int details;
    private final String[] knownStrings;
    private final Schema[] knownSchemas;

    /**
     * @param name how messages call the snapshot
     * @throws CatalogException when the bytes are no snapshot, of another format, cut short or changed
     */
    SnapshotBytes(byte[] data, String name) {
        this.data = data;
        if (data.length < SnapshotFormat.HEADER + 4 * SnapshotFormat.SECTIONS || intAt(0) != SnapshotFormat.MAGIC) {
            throw new CatalogException(Texts.of("The API snapshot {0} is no snapshot file. {1}", name, remedy()));
        }
        if (intAt(4) != SnapshotFormat.FORMAT) {
            throw new CatalogException(Texts.of("The API snapshot {0} has format {1}; this program reads {2}. {3}", name, intAt(4),
                    SnapshotFormat.FORMAT, remedy()));
        }
        if (intAt(8) != data.length) {
            throw new CatalogException(Texts.of("The API snapshot {0} should be {1} bytes long and is {2}. {3}", name, intAt(8),
                    data.length, remedy()));
        }
        CRC32 crc = new CRC32();
        crc.update(data, SnapshotFormat.HEADER, data.length - SnapshotFormat.HEADER);
        if ((int) crc.getValue() != intAt(12)) {
            throw new CatalogException(Texts.of("The API snapshot {0} is damaged: its checksum does not match. {1}", name, remedy()));
        }
        strings = intAt(16);
        schemas = intAt(20);
        operations = intAt(24);
        versions = intAt(28);
        details = intAt(32);
        knownStrings = new String[intAt(strings)];
        knownSchemas = new Schema[intAt(schemas)];
    }

    private static String remedy() {
        return Texts.of("Build or install dwx again, or generate the file anew with dev.dwx.catalog.SnapshotGenerator.");
    }

    byte byteAt(int offset) {
        return data[offset];
    }

    int intAt(int offset) {
        return data[offset] << 24 | (data[offset + 1] & 0xff) << 16 | (data[offset + 2] & 0xff) << 8
                | data[offset + 3] & 0xff;
    }

    int operationCount() {
        return intAt(operations);
    }

    /** Where record {@code index} begins. */
    int record(int index) {
        return operations + 4 + index * SnapshotFormat.RECORD;
    }

    int versionsAt() {
        return versions;
    }

    int detailsAt(int offset) {
        return details + offset;
    }

    /** The text whose number is stored at {@code offset}. */
    String stringAt(int offset) {
        return string(intAt(offset));
    }

    /** Text number {@code number}; {@code null} for 0. */
    String string(int number) {
        if (number == 0) {
            return null;
        }
        String known = knownStrings[number];
        if (known == null) {
            int from = intAt(strings + 4 + 4 * number);
            int to = intAt(strings + 8 + 4 * number);
            int text = strings + 8 + 4 * knownStrings.length;
            known = new String(data, text + from, to - from, StandardCharsets.UTF_8);
            knownStrings[number] = known;
        }
        return known;
    }

    /** Where the data of schema {@code number} begin. */
    int schemaAt(int number) {
        return schemas + 8 + 4 * knownSchemas.length + intAt(schemas + 4 + 4 * number);
    }

    Schema knownSchema(int number) {
        return knownSchemas[number];
    }

    void keepSchema(int number, Schema schema) {
        knownSchemas[number] = schema;
    }
}
