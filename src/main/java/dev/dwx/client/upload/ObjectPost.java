package dev.dwx.client.upload;

import dev.dwx.texts.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;

/** Posts one object to the object storage with a leave, and compares what arrived with what was sent. */
final class ObjectPost {
    private static final int PIECE = 64 * 1024;

    private final OkHttpClient client;
    private final Consumer<Call> begun;

    /** @param begun told of the call before it is made, so that somebody else can break it off */
    ObjectPost(OkHttpClient client, Consumer<Call> begun) {
        this.client = client;
        this.begun = begun;
    }

    /** The storage said no; {@code code} is its own word, or the HTTP status. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;

        Refused(String code, String message) {
            super(message);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * @param url the storage's address
     * @param sent told how many bytes have gone out, while they do
     * @throws Refused when the storage answered with anything but success, or holds other bytes than were sent
     * @throws IOException when it could not be reached, or the file not read
     */
    void post(String url, UploadLeave leave, LocalFile file, LongConsumer sent) throws IOException, Refused {
        Content content = new Content(file, sent);
        RequestBody form = new MultipartBody.Builder().setType(MultipartBody.FORM)
                .addFormDataPart("OSSAccessKeyId", leave.keyId())
                .addFormDataPart("policy", leave.policy())
                .addFormDataPart("Signature", leave.signature())
                .addFormDataPart("key", leave.key())
                .addFormDataPart("success_action_status", "201")
                // The storage reads nothing behind the file.
                .addFormDataPart("file", leave.key(), content)
                .build();
        Call call = client.newCall(new Request.Builder().url(url).post(form).build());
        begun.accept(call);
        try (Response response = call.execute()) {
            String text = response.body() == null ? "" : response.body().string();
            if (response.code() != 201) {
                String code = element(text, "Code");
                throw new Refused(code == null ? "HTTP " + response.code() : code, element(text, "Message"));
            }
            String tag = element(text, "ETag");
            String plain = tag == null ? "" : tag.replace("\"", "").replace("&quot;", "").toLowerCase(Locale.ROOT);
            if (plain.length() == 32 && !plain.equals(content.digest)) {
                throw new Refused("ETag", Texts.of("the storage holds other bytes than were sent"));
            }
        }
    }

    private static String element(String text, String name) {
        int start = text.indexOf("<" + name + ">");
        int end = start < 0 ? -1 : text.indexOf("</" + name + ">", start);
        return end < 0 ? null : text.substring(start + name.length() + 2, end);
    }

    /** The file as a part of the form, read as it is sent. */
    private static final class Content extends RequestBody {
        private final LocalFile file;
        private final LongConsumer sent;
        private String digest;

        Content(LocalFile file, LongConsumer sent) {
            this.file = file;
            this.sent = sent;
        }

        @Override
        public MediaType contentType() {
            return null;
        }

        @Override
        public long contentLength() {
            return file.size();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            MessageDigest md5 = md5();
            byte[] piece = new byte[PIECE];
            long total = 0;
            try (InputStream in = file.open()) {
                for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                    sink.write(piece, 0, read);
                    md5.update(piece, 0, read);
                    total += read;
                    sent.accept(total);
                }
            }
            digest = HexFormat.of().formatHex(md5.digest());
        }

        /** The storage's mark of an object that came in one form. */
        private static MessageDigest md5() {
            try {
                return MessageDigest.getInstance("MD5");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
