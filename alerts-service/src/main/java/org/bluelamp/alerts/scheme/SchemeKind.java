package org.bluelamp.alerts.scheme;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a watch scheme is about. */
public enum SchemeKind {
    NEIGHBOURHOOD("Neighbourhood watch", "a neighbours’ scheme"),
    BUSINESS("Business watch", "a scheme of businesses"),
    RURAL("Rural watch", "a neighbours’ scheme"),
    DOG("Dog walkers", "a dog walkers’ scheme"),
    PUB("Pub watch", "a scheme of pubs"),
    SCHOOL("School watch", "a school’s scheme"),
    FARM("Farm watch", "a farmers’ scheme"),
    SHOP("Shop watch", "a shopkeepers’ scheme");

    private final String label;
    private final String whose;

    SchemeKind(String label, String whose) {
        this.label = label;
        this.whose = whose;
    }

    /** The name in forms and tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** Whose scheme it is, so that nobody takes it for the police's; for example "a neighbours’ scheme". */
    public String whose() {
        return whose;
    }

    /** The kind of a code, if there is one. */
    public static Optional<SchemeKind> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
