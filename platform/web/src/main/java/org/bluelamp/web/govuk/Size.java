package org.bluelamp.web.govuk;

/** The type sizes of headings, labels, legends and captions. */
public enum Size {
    S,
    M,
    L,
    XL;

    String suffix() {
        return "--" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
