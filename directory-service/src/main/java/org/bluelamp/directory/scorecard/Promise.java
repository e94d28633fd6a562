package org.bluelamp.directory.scorecard;

/** What the Neighbourhood Policing Guarantee of 2025 promises to every neighbourhood, and by what rule we mark it. */
public enum Promise {
    /** A named officer whom residents can reach. */
    CONTACT(
            "Named contact",
            "The team names an officer for residents to turn to, with an email address or a telephone number, their own"
                    + " or the team’s."),
    /** Priorities that are looked at again. */
    PRIORITIES(
            "Priorities",
            "The team works on at least one priority, and each was set or reviewed less than three months ago."),
    /** An answer to every contact. */
    ANSWERS(
            "Answers",
            "Of the contacts that were answered in the last weeks at least 95 in 100 were answered within 72 hours, and"
                    + " nobody waits longer than that now."),
    /** Meetings that take place. */
    MEETINGS(
            "Meetings",
            "At least one meeting with residents took place in the last three months, and another is announced.");

    private final String title;
    private final String rule;

    Promise(String title, String rule) {
        this.title = title;
        this.rule = rule;
    }

    /** In a word or two. */
    public String title() {
        return title;
    }

    /** When it counts as kept. */
    public String rule() {
        return rule;
    }
}
