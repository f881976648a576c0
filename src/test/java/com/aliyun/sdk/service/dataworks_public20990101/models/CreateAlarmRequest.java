package com.aliyun.sdk.service.dataworks_public20990101.models;

import com.aliyun.sdk.service.dataworks_public20990101.NameInMap;
import java.util.List;
import java.util.Map;

/** A request of the asynchronous family's form: private fields, a builder, a nested model. */
public final class CreateAlarmRequest {
    @NameInMap("Id")
    private final Long id;
    @NameInMap("Enabled")
    private final Boolean enabled;
    @NameInMap("Types")
    private final List<String> types;
    @NameInMap("Receivers")
    private final List<Receiver> receivers;
    @NameInMap("Labels")
    private final Map<String, Long> labels;

    private CreateAlarmRequest(Builder builder) {
        id = builder.id;
        enabled = builder.enabled;
        types = builder.types;
        receivers = builder.receivers;
        labels = builder.labels;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** What was given, for tests. */
    public Map<String, Object> given() {
        Map<String, Object> all = new java.util.LinkedHashMap<>();
        all.put("Id", id);
        all.put("Enabled", enabled);
        all.put("Types", types);
        all.put("Receivers", receivers == null ? null : receivers.stream().map(r -> r.name + r.uids).toList());
        all.put("Labels", labels);
        return all;
    }

    /** Collects the fields. */
    public static final class Builder {
        private Long id;
        private Boolean enabled;
        private List<String> types;
        private List<Receiver> receivers;
        private Map<String, Long> labels;

        private Builder() {
        }

        public Builder id(Long value) {
            id = value;
            return this;
        }

        public Builder enabled(Boolean value) {
            enabled = value;
            return this;
        }

        public Builder types(List<String> value) {
            types = value;
            return this;
        }

        public Builder receivers(List<Receiver> value) {
            receivers = value;
            return this;
        }

        public Builder labels(Map<String, Long> value) {
            labels = value;
            return this;
        }

        public CreateAlarmRequest build() {
            return new CreateAlarmRequest(this);
        }
    }

    /** A nested model. */
    public static final class Receiver {
        @NameInMap("Name")
        private final String name;
        @NameInMap("Uids")
        private final List<Long> uids;

        private Receiver(Builder builder) {
            name = builder.name;
            uids = builder.uids;
        }

        public static Builder builder() {
            return new Builder();
        }

        /** Collects the fields. */
        public static final class Builder {
            private String name;
            private List<Long> uids;

            private Builder() {
            }

            public Builder name(String value) {
                name = value;
                return this;
            }

            public Builder uids(List<Long> value) {
                uids = value;
                return this;
            }

            public Receiver build() {
                return new Receiver(this);
            }
        }
    }
}
