package dev.dwx.catalog;

/**
 * The snapshot file: a catalog in the form in which it is read fastest. All numbers are big-endian.
 *
 * <pre>
 * header    int magic, int format, int length of the file, int CRC-32 of all that follows
 * sections  int offset of: strings, schemas, operations, versions, details
 * strings   int n, n+1 int offsets into the text that follows, UTF-8 text
 * schemas   int n, n+1 int offsets into the data that follow, schema data
 * operations int n, then n times {@link #RECORD} bytes, by version (newest first) and name
 * versions  int n, then per version: int name, int first operation, int operations, int product,
 *           int endpoints, then per endpoint: int region, int host, int vpc
 * details   per operation: what {@link SnapshotDecoder} reads, numbers of variable length
 * </pre>
 *
 * <p>A text or schema is named by its index; index 0 is "none" (for schemas: nothing known). Equal texts and equal
 * schemas are stored once, so a schema may only name schemas before it. Numbers of variable length hold seven bits a
 * byte, lowest first, the top bit saying that another byte follows.
 */
final class SnapshotFormat {
    static final int MAGIC = 0x44575843;
    static final int FORMAT = 1;
    static final int HEADER = 16;
    static final int SECTIONS = 5;
    /** Version, name, summary, category, Chinese category, flags, offset of the details: seven ints. */
    static final int RECORD = 28;
    static final int DEPRECATED = 1;

    // What a schema has; the order here is the order in the data.
    static final int TYPE = 1;
    static final int FORMAT_NAME = 1 << 1;
    static final int REQUIRED = 1 << 2;
    static final int DOC_REQUIRED = 1 << 3;
    static final int DESCRIPTION = 1 << 4;
    static final int EXAMPLE = 1 << 5;
    static final int ENUMERATION = 1 << 6;
    static final int DEFAULT = 1 << 7;
    static final int MINIMUM = 1 << 8;
    static final int MAXIMUM = 1 << 9;
    static final int MIN_LENGTH = 1 << 10;
    static final int MAX_LENGTH = 1 << 11;
    static final int MIN_ITEMS = 1 << 12;
    static final int MAX_ITEMS = 1 << 13;
    static final int PATTERN = 1 << 14;
    static final int SCHEMA_DEPRECATED = 1 << 15;
    static final int FILE_URL = 1 << 16;
    static final int REF = 1 << 17;
    static final int ITEMS = 1 << 18;
    static final int PROPERTIES = 1 << 19;
    static final int ADDITIONAL = 1 << 20;

    private SnapshotFormat() {
    }
}
