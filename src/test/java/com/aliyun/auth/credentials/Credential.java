package com.aliyun.auth.credentials;

/** Stand-in with the vendor's names, for tests. */
public final class Credential {
    public final String id;
    public final String secret;
    public final String token;

    private Credential(String id, String secret, String token) {
        this.id = id;
        this.secret = secret;
        this.token = token;
    }

    public static Builder builder() {
        return new BuilderImpl();
    }

    /** The builder that callers see. */
    public interface Builder {
        Builder accessKeyId(String value);

        Builder accessKeySecret(String value);

        Builder securityToken(String value);

        Credential build();
    }

    private static final class BuilderImpl implements Builder {
        private String id;
        private String secret;
        private String token;

        @Override
        public Builder accessKeyId(String value) {
            id = value;
            return this;
        }

        @Override
        public Builder accessKeySecret(String value) {
            secret = value;
            return this;
        }

        @Override
        public Builder securityToken(String value) {
            token = value;
            return this;
        }

        @Override
        public Credential build() {
            return new Credential(id, secret, token);
        }
    }
}
