package org.migrationmodes.banner;

/**
 * What is known of a body on its way to the container.
 *
 * <pre>
 * UNDECIDED ─┬─ no page ───────────────────────────────────────────────────────────────────→ PASSING
 *            ├─ a page of unknown length → SCANNING ─┬─ body tag → INSERTED                     ↑
 *            │                              ↑        └─ end, or none in the bound ──────────────┤
 *            │          flush, async: length dropped │                                          │
 *            └─ a page with a length ──→ HOLDING ────┼─ body tag: length + banner → INSERTED    │
 *                                                    └─ end, or none in the bound: length as is ┘
 * </pre>
 *
 * A reset leads back to UNDECIDED.
 */
enum BodyState {
    UNDECIDED,
    /** The only one that keeps anything back, since a container takes a length only before the first byte. */
    HOLDING,
    SCANNING,
    INSERTED,
    PASSING
}
