package org.bluelamp.alerts.alert;

/**
 * An alert in one state of its life. Each state is a type that has only the transitions that are allowed in it, so
 * updating what was called back does not compile:
 *
 * <pre>
 * write → Draft ── issue ─────────────────────→ Issued ── cancel ──→ Cancelled
 *          ↺ rewrite                              ↺ update
 *          │  ↑ send back                         ↺ propose, drop
 *        submit │                                 └── expire ──→ Expired
 *          ↓    │
 *        AwaitingApproval ── issue ──→ Issued
 *          ↺ rewrite
 * </pre>
 *
 * <p>Who may issue alone is up to the alert's reach, see {@link Approval}. Every transition raises the version by one; a
 * repository accepts a change only onto the version before it.
 */
public sealed interface Alert permits Unsent, Sent {

    /** The id, the same in every state. */
    AlertId id();

    /** The reference, the same in every state. */
    AlertReference reference();

    /** Who wrote and changed it. */
    Provenance provenance();

    /** What it says now. */
    Content content();

    /** Rises by one with every change; 1 when first written. */
    long version();

    /** The state as a word. */
    default AlertState state() {
        return switch (this) {
            case Draft _ -> AlertState.DRAFT;
            case AwaitingApproval _ -> AlertState.AWAITING_APPROVAL;
            case Issued _ -> AlertState.ISSUED;
            case Cancelled _ -> AlertState.CANCELLED;
            case Expired _ -> AlertState.EXPIRED;
        };
    }
}
