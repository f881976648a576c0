package com.aliyun.sdk.service.dataworks_public20990101;

import com.aliyun.auth.credentials.provider.StaticCredentialProvider;
import com.aliyun.sdk.gateway.pop.Configuration;
import com.aliyun.sdk.service.dataworks_public20990101.models.CreateAlarmRequest;
import com.aliyun.sdk.service.dataworks_public20990101.models.CreateAlarmResponse;
import darabonba.core.client.ClientOverrideConfiguration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A client of the asynchronous family's form, whose answers tests choose. */
public interface AsyncClient extends AutoCloseable {
    /** Every client that was made, in order. */
    List<Fake> MADE = new CopyOnWriteArrayList<>();

    static Builder builder() {
        return new Builder();
    }

    CompletableFuture<CreateAlarmResponse> createAlarm(CreateAlarmRequest request);

    @Override
    void close();

    /** Collects what a client is made with. */
    final class Builder {
        private StaticCredentialProvider provider;
        private ClientOverrideConfiguration override;
        private Configuration service;

        public Builder credentialsProvider(StaticCredentialProvider value) {
            provider = value;
            return this;
        }

        public Builder overrideConfiguration(ClientOverrideConfiguration value) {
            override = value;
            return this;
        }

        public Builder serviceConfiguration(Configuration value) {
            service = value;
            return this;
        }

        public AsyncClient build() {
            Fake made = new Fake(provider, override, service);
            MADE.add(made);
            return made;
        }
    }

    /** The client itself. */
    final class Fake implements AsyncClient {
        public static volatile Function<CreateAlarmRequest, CompletableFuture<CreateAlarmResponse>> answer;
        public final StaticCredentialProvider provider;
        public final ClientOverrideConfiguration override;
        public final Configuration service;
        public volatile boolean closed;

        Fake(StaticCredentialProvider provider, ClientOverrideConfiguration override, Configuration service) {
            this.provider = provider;
            this.override = override;
            this.service = service;
        }

        @Override
        public CompletableFuture<CreateAlarmResponse> createAlarm(CreateAlarmRequest request) {
            return answer.apply(request);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
