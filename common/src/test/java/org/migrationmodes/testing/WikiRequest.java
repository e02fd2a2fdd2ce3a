package org.migrationmodes.testing;

/**
 * A request that is ready to be sent, any time later: cookies and the fields of the editor are in it.
 *
 * @param name of the row and the method
 * @param page the page that nothing else in the tests touches
 */
public record WikiRequest(String name, WikiRow.Kind kind, boolean proven, String page, RawRequest request) {
    @Override
    public String toString() {
        return name;
    }
}
