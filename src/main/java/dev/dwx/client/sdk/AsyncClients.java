package dev.dwx.client.sdk;

import dev.dwx.client.ClientSettings;
import dev.dwx.client.Endpoint;
import dev.dwx.client.Signature;
import dev.dwx.client.TransportException;
import dev.dwx.client.credentials.Credentials;
import dev.dwx.texts.Texts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The clients of the asynchronous SDK: one per endpoint, made anew when the credentials change, since a client has
 * them built in. An old one is closed when its last call is over.
 *
 * <p>What the SDK cannot be told with certainty is refused: a proxy, certificates of one's own, SM3 and bearer
 * tokens. A call must never leave by another way than the settings say.
 */
final class AsyncClients implements AutoCloseable {
    private final Class<?> clientType;
    private final ClientSettings settings;
    private final Map<String, Lease> current = new HashMap<>();

    AsyncClients(Class<?> clientType, ClientSettings settings) {
        this.clientType = clientType;
        this.settings = settings;
    }

    /** A client that is not closed before this is. */
    final class Lease implements AutoCloseable {
        private final AutoCloseable client;
        private final Credentials credentials;
        private int users;
        private boolean retired;

        private Lease(AutoCloseable client, Credentials credentials) {
            this.client = client;
            this.credentials = credentials;
        }

        Object client() {
            return client;
        }

        @Override
        public void close() {
            synchronized (AsyncClients.this) {
                users--;
                closeIfOver();
            }
        }

        private void retire() {
            retired = true;
            closeIfOver();
        }

        private void closeIfOver() {
            if (retired && users == 0) {
                try {
                    client.close();
                } catch (Exception e) {
                    // Nothing depends on it any more.
                }
            }
        }
    }

    synchronized Lease lease(Endpoint endpoint, Credentials credentials) throws TransportException {
        Lease lease = current.get(endpoint.url());
        if (lease == null || !lease.credentials.equals(credentials)) {
            Lease fresh = new Lease(open(endpoint, credentials), credentials);
            current.put(endpoint.url(), fresh);
            if (lease != null) {
                lease.retire();
            }
            lease = fresh;
        }
        lease.users++;
        return lease;
    }

    private AutoCloseable open(Endpoint endpoint, Credentials credentials) throws TransportException {
        refuse(!settings.proxies().describe(endpoint).equals("direct"), Texts.of("go through a proxy"));
        refuse(settings.certificates() != null, Texts.of("be given certificates of your own"));
        refuse(settings.signature() == Signature.V3_SM3, Texts.of("sign with SM3"));
        refuse(credentials.kind() == Credentials.Kind.BEARER, Texts.of("use a bearer token"));
        try {
            Object builder = clientType.getMethod("builder").invoke(null);
            call(builder, "credentialsProvider", provider(credentials));
            call(builder, "overrideConfiguration", override(endpoint));
            call(builder, "serviceConfiguration", service());
            return (AutoCloseable) built(builder);
        } catch (InvocationTargetException e) {
            throw TypedValues.misfit(Texts.of("the typed SDK's client cannot be made ({0})", e.getCause().getClass().getSimpleName()));
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw TypedValues.misfit(Texts.of("the typed SDK's client is put together in another way than is known ({0})", e.getMessage()));
        }
    }

    private static void refuse(boolean asked, String what) throws TransportException {
        if (asked) {
            throw TypedValues.misfit(Texts.of("the asynchronous SDK cannot {0}", what));
        }
    }

    private static Object provider(Credentials credentials) throws ReflectiveOperationException {
        Class<?> type = Class.forName("com.aliyun.auth.credentials.Credential");
        Object builder = type.getMethod("builder").invoke(null);
        call(builder, "accessKeyId", credentials.accessKeyId());
        call(builder, "accessKeySecret", credentials.accessKeySecret());
        if (credentials.token() != null) {
            call(builder, "securityToken", credentials.token());
        }
        return make("com.aliyun.auth.credentials.provider.StaticCredentialProvider", built(builder));
    }

    private Object override(Endpoint endpoint) throws ReflectiveOperationException, TransportException {
        Object configuration = make("darabonba.core.client.ClientOverrideConfiguration");
        call(configuration, "setEndpointOverride", endpoint.authority());
        call(configuration, "setConnectTimeout", settings.connectTimeout());
        if (has(configuration, "setResponseTimeout", Duration.class)) {
            call(configuration, "setResponseTimeout", settings.readTimeout());
        }
        if (has(configuration, "setProtocol", String.class)) {
            call(configuration, "setProtocol", endpoint.scheme().toUpperCase(Locale.ROOT));
        } else {
            refuse(endpoint.scheme().equals("http"), Texts.of("talk plain http"));
        }
        return configuration;
    }

    private Object service() throws ReflectiveOperationException {
        Object configuration = make("com.aliyun.sdk.gateway.pop.Configuration");
        Class<?> versions = Class.forName("com.aliyun.sdk.gateway.pop.auth.SignatureVersion");
        String name = settings.signature() == Signature.V1 ? "V1" : "V3";
        call(configuration, "setSignatureVersion", versions.getField(name).get(null));
        return configuration;
    }

    private static Object make(String className, Object... arguments) throws ReflectiveOperationException {
        for (Method method : Class.forName(className).getMethods()) {
            if (method.getName().equals("create") && method.getParameterCount() == arguments.length) {
                return method.invoke(null, arguments);
            }
        }
        throw new NoSuchMethodException(className + ".create");
    }

    private static Object built(Object builder) throws ReflectiveOperationException {
        Method build = builder.getClass().getMethod("build");
        build.setAccessible(true);
        return build.invoke(builder);
    }

    private static boolean has(Object target, String name, Class<?> type) {
        try {
            target.getClass().getMethod(name, type);
            return true;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    /** Calls the method of that name that takes the argument; builders come back as themselves. */
    private static void call(Object target, String name, Object argument) throws ReflectiveOperationException {
        for (Method method : target.getClass().getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == 1
                    && method.getParameterTypes()[0].isInstance(argument)) {
                // The builder's own class need not be public.
                method.setAccessible(true);
                method.invoke(target, argument);
                return;
            }
        }
        throw new NoSuchMethodException(target.getClass().getName() + "." + name);
    }

    @Override
    public synchronized void close() {
        for (Lease lease : current.values()) {
            lease.retire();
        }
        current.clear();
    }
}
