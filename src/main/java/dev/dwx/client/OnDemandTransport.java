package dev.dwx.client;

import java.util.function.Supplier;

/** Makes the real transport at the first call: the HTTP stack is not loaded before something is to be sent. */
final class OnDemandTransport implements Transport {
    private final Supplier<Transport> maker;
    private volatile Transport made;

    OnDemandTransport(Supplier<Transport> maker) {
        this.maker = maker;
    }

    private Transport transport() {
        Transport ready = made;
        if (ready == null) {
            synchronized (this) {
                ready = made;
                if (ready == null) {
                    ready = maker.get();
                    made = ready;
                }
            }
        }
        return ready;
    }

    @Override
    public Reply send(Outgoing call) throws TransportException {
        return transport().send(call);
    }

    @Override
    public void cancel(Thread caller) {
        Transport ready = made;
        if (ready != null) {
            ready.cancel(caller);
        }
    }

    @Override
    public void close() {
        Transport ready = made;
        if (ready != null) {
            ready.close();
        }
    }
}
