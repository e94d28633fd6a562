package org.bluelamp.news.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an article is about: the themes residents raise with their neighbourhood team, a closed list to follow by. */
public enum Topic {
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
    VIOLENCE_AGAINST_WOMEN_AND_GIRLS("Violence against women and girls");

    private final String label;
    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Topic(String label) {
        this.label = label;
    }

    /** The name in addresses, events and tables, for example {@code road-safety}. */
    public String code() {
        return code;
    }

    /** The name for readers. */
    public String label() {
        return label;
    }

    /** The topic of that code, if there is one. */
    public static Optional<Topic> of(String code) {
        return Arrays.stream(values()).filter(topic -> topic.code.equals(code)).findFirst();
    }
}
