package dev.dwx.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The form of one value, in a request or in an answer: what the service's metadata says of a parameter,
 * a field, or the element of a list.
 *
 * <p>Immutable. Absent facts are {@code null} for scalars and empty for collections. A schema with a
 * {@link #ref} stands for the component of that name; {@link ApiOperation#resolve} follows it, keeping
 * what the reference's own siblings say ({@code required} beside a {@code $ref} counts).
 *
 * @param type {@code string}, {@code integer}, {@code number}, {@code boolean}, {@code array}, {@code object},
 *     {@code any}, or {@code null} where the metadata is silent
 * @param format {@code int32}, {@code int64}, {@code float}, {@code double} …, or {@code null}
 * @param required whether the call is refused without it. The metadata's {@code docRequired} is not this:
 *     it is a remark for the documentation and is not enforced
 * @param docRequired what the documentation page shows as required
 * @param description text of the source, or {@code null}
 * @param example a sample value as text, or {@code null}
 * @param enumeration the documented values as text; not a closed list, the service may know more
 * @param defaultValue the documented default as text, or {@code null}
 * @param minimum smallest number accepted, or {@code null}; metadata writes it as text or number
 * @param maximum largest number accepted, or {@code null}
 * @param minLength fewest characters, or {@code null}
 * @param maxLength most characters, or {@code null}
 * @param minItems fewest elements, or {@code null}
 * @param maxItems most elements, or {@code null}
 * @param pattern a regular expression, or {@code null}
 * @param deprecated whether the value should no longer be used
 * @param fileUrl whether the value is the URL of an uploaded file ({@code isFileTransferUrl})
 * @param ref name of a component, or {@code null}
 * @param items form of a list's elements, or {@code null}
 * @param properties fields of an object by their exact names, in the source's order
 * @param additionalProperties form of the values of a map with free keys, or {@code null}
 */
public record Schema(
        String type,
        String format,
        boolean required,
        boolean docRequired,
        String description,
        String example,
        List<String> enumeration,
        String defaultValue,
        BigDecimal minimum,
        BigDecimal maximum,
        Integer minLength,
        Integer maxLength,
        Integer minItems,
        Integer maxItems,
        String pattern,
        boolean deprecated,
        boolean fileUrl,
        String ref,
        Schema items,
        Map<String, Schema> properties,
        Schema additionalProperties) {

    /** The schema that says nothing: any value. */
    public static final Schema ANY = new Builder().build();

    public Schema {
        enumeration = List.copyOf(enumeration);
        properties = OrderedCopy.of(properties);
    }

    public boolean isArray() {
        return "array".equals(type);
    }

    public boolean isObject() {
        return "object".equals(type) || type == null && !properties.isEmpty();
    }

    public boolean isString() {
        return "string".equals(type);
    }

    public boolean isInteger() {
        return "integer".equals(type);
    }

    public boolean isNumber() {
        return "number".equals(type);
    }

    public boolean isBoolean() {
        return "boolean".equals(type);
    }

    public boolean isInt64() {
        return isInteger() && "int64".equals(format);
    }

    /** A builder that starts from this schema. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** A schema of one type and nothing else. */
    public static Schema of(String type) {
        return new Builder().type(type).build();
    }

    /** Collects the facts of a {@link Schema}; every setter returns the builder. */
    public static final class Builder {
        private String type;
        private String format;
        private boolean required;
        private boolean docRequired;
        private String description;
        private String example;
        private List<String> enumeration = List.of();
        private String defaultValue;
        private BigDecimal minimum;
        private BigDecimal maximum;
        private Integer minLength;
        private Integer maxLength;
        private Integer minItems;
        private Integer maxItems;
        private String pattern;
        private boolean deprecated;
        private boolean fileUrl;
        private String ref;
        private Schema items;
        private Map<String, Schema> properties = Map.of();
        private Schema additionalProperties;

        public Builder() {
        }

        private Builder(Schema from) {
            type = from.type;
            format = from.format;
            required = from.required;
            docRequired = from.docRequired;
            description = from.description;
            example = from.example;
            enumeration = from.enumeration;
            defaultValue = from.defaultValue;
            minimum = from.minimum;
            maximum = from.maximum;
            minLength = from.minLength;
            maxLength = from.maxLength;
            minItems = from.minItems;
            maxItems = from.maxItems;
            pattern = from.pattern;
            deprecated = from.deprecated;
            fileUrl = from.fileUrl;
            ref = from.ref;
            items = from.items;
            properties = from.properties;
            additionalProperties = from.additionalProperties;
        }

        public Builder type(String value) {
            type = value;
            return this;
        }

        public Builder format(String value) {
            format = value;
            return this;
        }

        public Builder required(boolean value) {
            required = value;
            return this;
        }

        public Builder docRequired(boolean value) {
            docRequired = value;
            return this;
        }

        public Builder description(String value) {
            description = value;
            return this;
        }

        public Builder example(String value) {
            example = value;
            return this;
        }

        public Builder enumeration(List<String> value) {
            enumeration = value;
            return this;
        }

        public Builder defaultValue(String value) {
            defaultValue = value;
            return this;
        }

        public Builder minimum(BigDecimal value) {
            minimum = value;
            return this;
        }

        public Builder maximum(BigDecimal value) {
            maximum = value;
            return this;
        }

        public Builder minLength(Integer value) {
            minLength = value;
            return this;
        }

        public Builder maxLength(Integer value) {
            maxLength = value;
            return this;
        }

        public Builder minItems(Integer value) {
            minItems = value;
            return this;
        }

        public Builder maxItems(Integer value) {
            maxItems = value;
            return this;
        }

        public Builder pattern(String value) {
            pattern = value;
            return this;
        }

        public Builder deprecated(boolean value) {
            deprecated = value;
            return this;
        }

        public Builder fileUrl(boolean value) {
            fileUrl = value;
            return this;
        }

        public Builder ref(String value) {
            ref = value;
            return this;
        }

        public Builder items(Schema value) {
            items = value;
            return this;
        }

        public Builder properties(Map<String, Schema> value) {
            properties = value;
            return this;
        }

        public Builder additionalProperties(Schema value) {
            additionalProperties = value;
            return this;
        }

        public Schema build() {
            return new Schema(type, format, required, docRequired, description, example, enumeration, defaultValue,
                    minimum, maximum, minLength, maxLength, minItems, maxItems, pattern, deprecated, fileUrl, ref,
                    items, properties, additionalProperties);
        }
    }
}
