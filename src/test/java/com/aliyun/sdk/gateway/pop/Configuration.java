package com.aliyun.sdk.gateway.pop;

import com.aliyun.sdk.gateway.pop.auth.SignatureVersion;

/** Stand-in with the vendor's names, for tests. */
public final class Configuration {
    public SignatureVersion version;

    public static Configuration create() {
        return new Configuration();
    }

    public Configuration setSignatureVersion(SignatureVersion value) {
        version = value;
        return this;
    }
}
