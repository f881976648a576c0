package com.aliyun.sdk.gateway.pop.auth;

/** Stand-in with the vendor's names, for tests. */
public enum SignatureVersion {
    V1, V3
}
