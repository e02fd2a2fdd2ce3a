package org.migrationmodes.flag;

/** A document that is refused as a whole, with the place and the value that are wrong. */
public final class InvalidDocument extends Exception {
    private static final long serialVersionUID = 1L;

    private final String place;

    /**
     * Makes the error for one place.
     *
     * @param place where it is wrong: a path such as {@code services.wiki.schedule[1].at}, or a line and column
     * @param problem what is wrong there, with the value, as a sentence for the admin
     */
    public InvalidDocument(String place, String problem) {
        super(place.isEmpty() ? problem : place + ": " + problem);
        this.place = place;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /**
     * Where the document is wrong.
     *
     * @return the path of the value, empty for the whole document
     */
    public String place() {
        return place;
    }
}
