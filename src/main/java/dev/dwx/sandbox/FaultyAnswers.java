package dev.dwx.sandbox;

import dev.dwx.sandbox.fault.Fault;
import dev.dwx.sandbox.fault.KnownCodes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Answers calls that something goes wrong with. */
final class FaultyAnswers {
    private static final String PAGE = "<html><head><title>502 Bad Gateway</title></head>"
            + "<body><h1>502 Bad Gateway</h1></body></html>";

    private final Gateway gateway;

    FaultyAnswers(Gateway gateway) {
        this.gateway = gateway;
    }

    /** The answer that the fault makes of the gateway's own. */
    WireAnswer answer(WireRequest request, Fault fault) {
        WireAnswer answer = shaped(request, fault);
        fault.headers().forEach(answer::with);
        if (!fault.delay().isZero()) {
            Site.pause(fault.delay().toMillis());
        }
        WireAnswer.Delivery delivery = answer.delivery();
        return fault.dribble().isZero() ? answer : answer.delivered(
                new WireAnswer.Delivery(delivery.bytes(), fault.dribble().toMillis(), delivery.afterwards()));
    }

    private WireAnswer shaped(WireRequest request, Fault fault) {
        String told = fault.toString();
        if (fault.shape() == Fault.Shape.CUT_DURING) {
            Runnable work = () -> gateway.answer(request, told);
            return nothing(new WireAnswer.Delivery(WireAnswer.Delivery.NO_ANSWER, 0, work));
        }
        if (fault.shape() == Fault.Shape.REFUSED) {
            String message = fault.message() == null ? KnownCodes.message(fault.code()) : fault.message();
            return gateway.refuse(request, new ServiceFault(fault.status(), fault.code(), message), fault.worked(), told);
        }
        WireAnswer whole = fault.worked() ? gateway.answer(request, told) : gateway.unanswered(request, status(fault), told);
        int status = fault.status() == 0 ? whole.status() : fault.status();
        return switch (fault.shape()) {
            case CUT_BEFORE, CUT_AFTER -> nothing(WireAnswer.Delivery.NOTHING);
            case CUT_BODY -> whole.delivered(new WireAnswer.Delivery(
                    fault.bytes() < 0 ? whole.body().length / 2 : fault.bytes(), 0, null));
            case EMPTY -> new WireAnswer(status, whole.headers(), new byte[0], WireAnswer.Delivery.WHOLE);
            case HTML -> WireAnswer.text(fault.status() == 0 ? 502 : fault.status(), "text/html", PAGE);
            case TEXT -> WireAnswer.text(fault.status() == 0 ? 200 : fault.status(), WireAnswer.JSON, fault.body());
            case GZIP -> packed(status, whole).with("Content-Encoding", "gzip");
            case BARE_GZIP -> packed(status, whole);
            case WRONG_TYPES -> new WireAnswer(status, whole.headers(), wrongTypes(whole.body()), WireAnswer.Delivery.WHOLE);
            default -> whole;
        };
    }

    private static int status(Fault fault) {
        return switch (fault.shape()) {
            case CUT_BEFORE -> 0;
            case HTML -> fault.status() == 0 ? 502 : fault.status();
            default -> fault.status() == 0 ? 200 : fault.status();
        };
    }

    private static WireAnswer nothing(WireAnswer.Delivery delivery) {
        return WireAnswer.text(500, "text/plain", "").delivered(delivery);
    }

    private static WireAnswer packed(int status, WireAnswer whole) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(whole.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WireAnswer(status, whole.headers(), bytes.toByteArray(), WireAnswer.Delivery.WHOLE);
    }

    private static byte[] wrongTypes(byte[] body) {
        try {
            Object value = JsonText.read(new String(body, java.nio.charset.StandardCharsets.UTF_8));
            return JsonText.write(wrong(value)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return body;
        }
    }

    /** Objects stay, so that what is in them goes wrong too; lists become objects, everything else a value of another type. */
    private static Object wrong(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, inner) -> copy.put(name.toString(), name.equals("RequestId") ? inner : wrong(inner)));
            return copy;
        }
        if (value instanceof List<?> list) {
            Map<String, Object> copy = new LinkedHashMap<>();
            for (Object element : list) {
                copy.put("item" + copy.size(), wrong(element));
            }
            return copy;
        }
        if (value instanceof Boolean flag) {
            return flag ? 1L : 0L;
        }
        if (value instanceof Number number) {
            return List.of(number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString());
        }
        return value == null ? (Object) new ArrayList<>() : Map.of("value", value);
    }
}
