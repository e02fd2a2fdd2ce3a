package org.migrationmodes.source;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;

/** Says in one line what went wrong on the way to a website, in words that stay the same while the trouble does. */
final class HttpTrouble {
    private static final int SHOWN = 200;
    private static final int MOST_CAUSES = 10;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\s]+");
    private static final Pattern CHANGING = Pattern.compile("@[0-9a-f]{4,}");
    private static final Pattern NAMES = Pattern.compile("subjectAltNames: \\[(.*)]");
    private static final Pattern KEYS = Pattern.compile("sha256/\\S+=(?=:)");
    private static final String CUT_OFF = "the connection was cut off before the answer was whole";

    private HttpTrouble() {}

    /**
     * The reason, as the end of a sentence that begins with the URL.
     *
     * @param host that was asked
     */
    static String of(IOException failure, String host) {
        String reason = reason(failure, host);
        if (!reason.endsWith(CUT_OFF)) {
            return reason;
        }
        // Where writing fails since the other side refused us and hung up, OkHttp has what it said last beside it.
        return Stream.of(failure.getSuppressed())
                .filter(SSLException.class::isInstance)
                .map(said -> reason((SSLException) said, host))
                .filter(said -> !said.endsWith(CUT_OFF))
                .findFirst()
                .orElse(reason);
    }

    private static String reason(IOException failure, String host) {
        if (failure instanceof Explained) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof UnknownHostException) {
            return "the name " + host + " has no address: wrong name, or DNS does not answer";
        }
        if (failure instanceof NoRouteToHostException || failure instanceof ConnectException) {
            return "no connection: " + last(failure);
        }
        if (failure instanceof SocketTimeoutException) {
            return "no connection: nobody answers there";
        }
        if (failure instanceof SSLException) {
            return "TLS: " + tls(failure, host);
        }
        if (has(failure, EOFException.class)
                || failure instanceof SocketException
                || String.valueOf(failure.getMessage()).contains("unexpected end of stream")) {
            return CUT_OFF;
        }
        return (failure instanceof ProtocolException ? "no proper HTTP: " : "") + last(failure);
    }

    private static String tls(IOException failure, String host) {
        String message = String.valueOf(failure.getMessage());
        if (has(failure, CertificateExpiredException.class)) {
            return "its certificate has expired, by this server's clock";
        }
        if (has(failure, CertificateNotYetValidException.class)) {
            return "its certificate is not valid yet, by this server's clock";
        }
        if (has(failure, CertPathBuilderException.class)) {
            return "its certificate comes from nobody that this server trusts; it may be self-signed, or lack what is"
                    + " between it and its authority";
        }
        if (has(failure, CertPathValidatorException.class)) {
            return "its certificate is not accepted: " + last(failure);
        }
        if (failure instanceof SSLPeerUnverifiedException) {
            String keys = all(KEYS, message.split("Pinned certificates", 2)[0]);
            return keys.isEmpty()
                    ? "its certificate is not for " + host + " but for [" + all(NAMES, message) + "]"
                    : "none of its keys is in the pins; they are " + keys;
        }
        if (message.contains("Unsupported or unrecognized SSL message")) {
            return "what answers there does not speak it";
        }
        boolean cut = has(failure, EOFException.class) || has(failure, SocketException.class);
        return cut ? CUT_OFF : last(failure);
    }

    private static String all(Pattern pattern, String message) {
        return plain(pattern.matcher(message)
                .results()
                .map((MatchResult found) -> found.groupCount() == 0 ? found.group() : found.group(1))
                .collect(Collectors.joining(", ")));
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> wanted) {
        return causes(failure).anyMatch(wanted::isInstance);
    }

    /** The innermost message, which knows most and names no ports. */
    private static String last(Throwable failure) {
        Throwable cause = causes(failure).reduce(failure, (outer, inner) -> inner);
        String message = cause.getMessage();
        return plain(message == null ? cause.getClass().getSimpleName() : message);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES);
    }

    /** A URL without what may be secret or change with each answer. */
    static String shown(HttpUrl url) {
        return plain(url.newBuilder()
                .username("")
                .password("")
                .query(null)
                .fragment(null)
                .build()
                .toString());
    }

    /** What others wrote, on one line and not too long. */
    static String plain(String text) {
        String line = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        String steady = CHANGING.matcher(line).replaceAll("");
        return steady.length() > SHOWN ? steady.substring(0, SHOWN) + "…" : steady;
    }
}
