package org.migrationmodes.source;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;

/**
 * A body that may be closed before its end, by whomever: OkHttp itself does so where a call is canceled just when its answer
 * comes. It would read on, with a shared thread as its clock that outlives the web application; so the connection goes first,
 * and a read that fails is what OkHttp cleans up after.
 */
final class PartingBody extends ForwardingSource {
    private static final long CHUNK = 8192;

    private final Call call;

    private PartingBody(Call call, ResponseBody body) {
        super(body.source());
        this.call = call;
    }

    /** The same answer, with such a body. */
    static Response of(Call call, Response response) {
        ResponseBody body = response.body();
        return response.newBuilder()
                .body(ResponseBody.create(
                        Okio.buffer(new PartingBody(call, body)), body.contentType(), body.contentLength()))
                .build();
    }

    @Override
    public void close() {
        call.cancel();
        try {
            Buffer rest = new Buffer();
            while (read(rest, CHUNK) >= 0) {
                rest.clear();
            }
        } catch (IOException e) {
            // As it should be.
        }
    }
}
