package com.aliyun.sdk.service.dataworks_public20990101;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stand-in for the vendor's annotation of the same simple name, for tests. */
@Retention(RetentionPolicy.RUNTIME)
public @interface NameInMap {
    String value();
}
