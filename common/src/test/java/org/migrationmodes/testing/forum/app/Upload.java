package org.migrationmodes.testing.forum.app;

/** A file of a multipart form. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Upload(String fileName, String contentType, byte[] content) {}
