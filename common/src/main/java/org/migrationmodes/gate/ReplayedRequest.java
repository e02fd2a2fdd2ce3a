package org.migrationmodes.gate;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request whose urlencoded body was read for judging, and which gives the host the same bytes and parameters. */
final class ReplayedRequest extends HttpServletRequestWrapper {
    private final byte[] body;
    private final boolean form;
    private @Nullable String encoding;
    private @Nullable ServletInputStream stream;
    private @Nullable BufferedReader reader;
    private @Nullable Map<String, String[]> parameters;

    /**
     * @param form whether the parameters of the body belong to those of the request
     */
    ReplayedRequest(HttpServletRequest request, byte[] body, boolean form) {
        super(request);
        this.body = body;
        this.form = form;
    }

    /** The container no longer listens once its stream was read; the host must still be heard. */
    @Override
    public void setCharacterEncoding(String name) throws UnsupportedEncodingException {
        super.setCharacterEncoding(name);
        try {
            if (reader == null && parameters == null) {
                encoding = Charset.forName(name).name();
            }
        } catch (IllegalArgumentException e) {
            throw new UnsupportedEncodingException(name);
        }
    }

    /**
     * As of Servlet 6.1; without it the call would go around us.
     *
     * @throws IllegalStateException never, since every charset has a name that is one
     */
    public void setCharacterEncoding(Charset charset) {
        try {
            setCharacterEncoding(charset.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public @Nullable String getCharacterEncoding() {
        String chosen = encoding;
        return chosen == null ? super.getCharacterEncoding() : chosen;
    }

    /** Whether a request is one that gives this very body, or a wrapper around such a one. */
    static boolean gives(byte[] body, ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper && !isOf(body, inner)) {
            inner = wrapper.getRequest();
        }
        return isOf(body, inner);
    }

    private static boolean isOf(byte[] body, ServletRequest request) {
        return request instanceof ReplayedRequest replayed && replayed.body == body;
    }

    @Override
    public ServletInputStream getInputStream() {
        if (reader != null) {
            throw new IllegalStateException("getReader() has been called for this request");
        }
        ServletInputStream opened = stream;
        if (opened == null) {
            opened = new ReplayedStream(body);
            stream = opened;
        }
        return opened;
    }

    @Override
    public BufferedReader getReader() {
        if (stream != null) {
            throw new IllegalStateException("getInputStream() has been called for this request");
        }
        BufferedReader opened = reader;
        if (opened == null) {
            opened = new BufferedReader(new InputStreamReader(
                    new ByteArrayInputStream(body), FormEncoding.charset(getCharacterEncoding())));
            reader = opened;
        }
        return opened;
    }

    /** The query's parameters as the container sees them, then the body's (Servlet 6.0, section 3.1). */
    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> known = parameters;
        if (known == null) {
            Map<String, String[]> all = new LinkedHashMap<>(super.getParameterMap());
            if (form) {
                Parameters.parse(
                                new String(body, StandardCharsets.ISO_8859_1),
                                FormEncoding.charset(getCharacterEncoding()))
                        .all()
                        .forEach((name, values) ->
                                all.merge(name, values.toArray(new String[0]), ReplayedRequest::append));
            }
            known = Collections.unmodifiableMap(all);
            parameters = known;
        }
        return known;
    }

    private static String[] append(String[] first, String[] second) {
        List<String> both = new ArrayList<>(Arrays.asList(first));
        both.addAll(Arrays.asList(second));
        return both.toArray(new String[0]);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterMap().get(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values.clone();
    }

    /** The body once more, all of it there at once. */
    private static final class ReplayedStream extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        ReplayedStream(byte[] body) {
            this.bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, length);
        }

        @Override
        public int available() {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            try {
                int left = -1;
                // A listener may take the body in pieces; one that takes nothing at a call gets no other.
                while (!isFinished() && available() != left) {
                    left = available();
                    listener.onDataAvailable();
                }
                if (isFinished()) {
                    listener.onAllDataRead();
                }
            } catch (IOException | RuntimeException e) {
                listener.onError(e);
            }
        }
    }
}
