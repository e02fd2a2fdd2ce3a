package org.migrationmodes.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Somebody whom a seeded wiki knows. */
public enum WikiUser {
    /** May do everything. */
    ADMIN("admin", "Scout Admin"),
    /** A registered user with no rights beyond that. */
    MEMBER("member", "Plain Member");

    private static final byte[] SALT = {1, 2, 3, 4, 5, 6, 7, 8};

    private final String login;
    private final String fullName;

    WikiUser(String login, String fullName) {
        this.login = login;
        this.fullName = fullName;
    }

    public String login() {
        return login;
    }

    public String password() {
        return "the password of " + login;
    }

    public String fullName() {
        return fullName;
    }

    /** The name in groups and page histories. */
    public String wikiName() {
        return fullName.replace(" ", "");
    }

    /** The entry in users.xml. */
    String xml() {
        return """
                <user uid="%s" loginName="%s" wikiName="%s" fullName="%s" email="%s@example.org" password="%s"
                  created="2020.01.01 at 00:00:00:000 UTC" lastModified="2020.01.01 at 00:00:00:000 UTC" lockExpiry=""/>
                """.formatted(login, login, wikiName(), fullName, login, hash());
    }

    /** As JSPWiki does: the hash of password and salt, with the salt behind it. */
    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(password().getBytes(StandardCharsets.UTF_8));
            byte[] hash = digest.digest(SALT);
            byte[] hashAndSalt = new byte[hash.length + SALT.length];
            System.arraycopy(hash, 0, hashAndSalt, 0, hash.length);
            System.arraycopy(SALT, 0, hashAndSalt, hash.length, SALT.length);
            return "{SHA-256}" + Base64.getEncoder().encodeToString(hashAndSalt);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
