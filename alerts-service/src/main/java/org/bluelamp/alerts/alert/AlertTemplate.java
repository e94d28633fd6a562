package org.bluelamp.alerts.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Ready words for what is sent often. What stands in square brackets is to be filled in. */
public enum AlertTemplate {
    BURGLARY(
            "Burglaries",
            "Burglaries in [street or area]: check your doors and windows",
            "Since [day] [number] homes in [street or area] have been broken into, mostly [time of day].",
            "Lock doors and windows, leave a light on, and call 101 if you saw something. If it is happening now, call 999.",
            Category.SECURITY,
            Severity.MINOR,
            Urgency.EXPECTED,
            Certainty.OBSERVED),
    VEHICLE_CRIME(
            "Theft from vehicles",
            "Tools stolen from vans in [area]",
            "[Number] vans were broken into in [area] since [day].",
            "Take tools out overnight, or park close to a wall. Call 101 if you saw something.",
            Category.SECURITY,
            Severity.MINOR,
            Urgency.EXPECTED,
            Certainty.OBSERVED),
    DOORSTEP_FRAUD(
            "Bogus callers",
            "Bogus callers in [area]",
            "Somebody who says that they are from [organisation] asks for [money, cards, to come in]. They are not.",
            "Do not let them in and give them nothing. Close the door and call 999 if they are still there, else 101.",
            Category.SECURITY,
            Severity.MODERATE,
            Urgency.IMMEDIATE,
            Certainty.OBSERVED),
    MISSING_PERSON(
            "Missing person",
            "Have you seen [first name], [age]?",
            "[First name] was last seen at [place] on [day and time], wearing [clothes].",
            "If you see [her, him, them], call 999 and say the number [incident number].",
            Category.RESCUE,
            Severity.SEVERE,
            Urgency.IMMEDIATE,
            Certainty.OBSERVED),
    ROAD_CLOSED(
            "Road closed",
            "[Road] is closed between [place] and [place]",
            "[Road] is closed because of [reason], probably until [time].",
            "Please use another way.",
            Category.TRANSPORT,
            Severity.MINOR,
            Urgency.IMMEDIATE,
            Certainty.OBSERVED),
    LEAVE_THE_AREA(
            "Leave the area",
            "[What] in [street]: leave now and keep away",
            "[What has happened]. [Street] is closed between [place] and [place].",
            "Leave now, help your neighbours, and go to [place]. In danger call 999.",
            Category.SAFETY,
            Severity.EXTREME,
            Urgency.IMMEDIATE,
            Certainty.OBSERVED);

    private final String label;
    private final String headline;
    private final String description;
    private final String instruction;
    private final Category category;
    private final Severity severity;
    private final Urgency urgency;
    private final Certainty certainty;

    AlertTemplate(
            String label,
            String headline,
            String description,
            String instruction,
            Category category,
            Severity severity,
            Urgency urgency,
            Certainty certainty) {
        this.label = label;
        this.headline = headline;
        this.description = description;
        this.instruction = instruction;
        this.category = category;
        this.severity = severity;
        this.urgency = urgency;
        this.certainty = certainty;
    }

    /** As addresses write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For people. */
    public String label() {
        return label;
    }

    public String headline() {
        return headline;
    }

    public String description() {
        return description;
    }

    public String instruction() {
        return instruction;
    }

    public Category category() {
        return category;
    }

    public Severity severity() {
        return severity;
    }

    public Urgency urgency() {
        return urgency;
    }

    public Certainty certainty() {
        return certainty;
    }

    /** The one of that code, if there is one. */
    public static Optional<AlertTemplate> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
