package org.migrationmodes.testing.forum.app;

/** Something that a request names does not exist. */
final class NotFoundException extends RuntimeException {
    NotFoundException(String what) {
        super(what + " not found");
    }
}
