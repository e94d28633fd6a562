package org.bluelamp.alerts.preference;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a subscriber can hear about: the topics of articles, which the news service's events name by the same codes, and
 * what else there is of an area. A closed list.
 */
public enum Topic {
    ALERTS("Alerts about something happening now"),
    ANTI_SOCIAL_BEHAVIOUR("Anti-social behaviour"),
    BURGLARY("Burglary"),
    COMMUNITY("Community and events"),
    DRUGS("Drugs"),
    FRAUD("Fraud and scams"),
    MISSING_PEOPLE("Missing people"),
    ROAD_SAFETY("Road safety"),
    RURAL_CRIME("Rural crime"),
    SHOP_THEFT("Shop theft"),
    VEHICLE_CRIME("Vehicle crime"),
    VIOLENCE_AGAINST_WOMEN_AND_GIRLS("Violence against women and girls"),
    /** Articles with no topic, or with one that is not on this list yet. */
    OTHER_NEWS("Other news"),
    MEETINGS("Meetings with your team"),
    PRIORITIES("Priorities: you said, we did");

    private final String label;
    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Topic(String label) {
        this.label = label;
    }

    /** The name in forms, in the API, in events and in tables, for example {@code road-safety}. */
    public String code() {
        return code;
    }

    /** What people choose. */
    public String label() {
        return label;
    }

    /** The topic of a code, if there is one. */
    public static Optional<Topic> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    /** By what an article with these topics is followed; never nothing. */
    public static List<Topic> ofArticle(Collection<String> codes) {
        var known = codes.stream()
                .map(Topic::of)
                .flatMap(Optional::stream)
                .filter(topic -> topic != ALERTS && topic != MEETINGS && topic != PRIORITIES)
                .distinct()
                .toList();
        return known.isEmpty() ? List.of(OTHER_NEWS) : known;
    }
}
