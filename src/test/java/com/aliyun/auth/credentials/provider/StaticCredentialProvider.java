package com.aliyun.auth.credentials.provider;

import com.aliyun.auth.credentials.Credential;

/** Stand-in with the vendor's names, for tests. */
public final class StaticCredentialProvider {
    public final Credential credential;

    private StaticCredentialProvider(Credential credential) {
        this.credential = credential;
    }

    public static StaticCredentialProvider create(Credential credential) {
        return new StaticCredentialProvider(credential);
    }
}
