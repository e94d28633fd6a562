package org.bluelamp.feedback.wording;

/**
 * Letters of the Cyrillic and Greek scripts, and some of Latin that no decomposition reaches, that are read as a plain Latin
 * letter: small ones only, as texts are compared in. After Unicode's confusables (UTS 39, section 4), cut down to what a
 * reader of English takes for one letter.
 */
final class LookAlikes {

    private static final String CYRILLIC = "авсԁеһіјкӏмнорԛѕтхуԝ";
    private static final String GREEK = "αβγεηικνορτυχω";
    private static final String LATIN = "ıłđħøɡɑ";

    private static final String THEIRS = CYRILLIC + GREEK + LATIN;
    private static final String OURS = "abcdehijklmhopqstxyw" + "abyenikvoptuxw" + "ildhoga";

    private LookAlikes() {}

    /** A text in small letters with Latin ones for all that look like them. */
    static String latin(String text) {
        StringBuilder read = new StringBuilder(text);
        for (int at = 0; at < read.length(); at++) {
            int which = THEIRS.indexOf(read.charAt(at));
            if (which >= 0) {
                read.setCharAt(at, OURS.charAt(which));
            }
        }
        return read.toString();
    }
}
