package org.migrationmodes.source;

import java.net.URI;

/** A call to etcd that brought nothing; the message names the endpoint and is fit for the log. */
final class EtcdFailure extends Exception {
    private static final long serialVersionUID = 1L;
    private static final String NOBODY = "user name is empty";

    private final boolean refused;

    private EtcdFailure(URI endpoint, String problem, boolean refused) {
        super(endpoint + ": " + problem);
        this.refused = refused;
    }

    /** Nobody answered, or somebody who is not etcd. */
    static EtcdFailure unreachable(URI endpoint, String problem) {
        return new EtcdFailure(endpoint, problem, false);
    }

    /** Etcd answered that it will not. */
    static EtcdFailure refused(URI endpoint, String said) {
        String words = HttpTrouble.plain(said).replaceFirst("^rpc error: code = \\w+ desc = ", "");
        return new EtcdFailure(
                endpoint, words.endsWith(NOBODY) ? words + "; it asks for a user and password" : words, true);
    }

    boolean isRefused() {
        return refused;
    }

    /** Whether etcd said just this, the endpoint aside. */
    boolean says(String words) {
        return refused && getMessage().endsWith(words);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
