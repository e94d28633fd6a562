package org.bluelamp.alerts.casenews;

/** What cases come as, in words. */
final class Kinds {

    private Kinds() {}

    /** A kind of case, as feedback-service names it, to begin a line with. */
    static String label(String kind) {
        return switch (kind) {
            case "alert-reply" -> "Reply to an alert";
            case "paper" -> "Paper form";
            default -> kind.isEmpty() ? kind : Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
        };
    }
}
