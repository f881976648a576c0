package dev.dwx.client.limits;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A process that counts calls, one after the other, until none is left or so many are made; a line for each one that it may make. */
public final class LedgerUser {
    private LedgerUser() {
    }

    /** @param arguments the ledger's file, the calls of a day, how many calls to make, the moment that it is */
    public static void main(String[] arguments) {
        Clock clock = Clock.fixed(Instant.parse(arguments[3]), ZoneOffset.UTC);
        int most = Integer.parseInt(arguments[2]);
        try (QuotaLedger ledger = QuotaLedger.at(Path.of(arguments[0]), clock, System.err::println)) {
            LedgerKey key = new LedgerKey("account", "cn-shanghai");
            for (int made = 0; made < most; made++) {
                QuotaLedger.Counted call = ledger.reserve(key, Integer.parseInt(arguments[1]), true);
                if (call == null) {
                    break;
                }
                System.out.println(made);
                System.out.flush();
                call.succeeded();
            }
        }
    }
}
