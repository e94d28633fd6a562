package org.bluelamp.service.importing;

/**
 * Hears how an import gets on. Calls are cheap enough for every row; what is shown is shown at most a few times a
 * second.
 */
public interface Progress {

    /**
     * A part of the work begins, for example "Reading onspd.csv"; the one before has ended.
     *
     * @param total how much there is to do, in any unit; 0 when nobody knows
     */
    void stage(String what, long total);

    /** So much of the stage is done, in the unit of its total. */
    void done(long soFar);

    /**
     * A row, or a part of one, is left out.
     *
     * @param where for example "line 17" or "hd.csv, line 4"
     * @param reason what is wrong with it, for whoever can mend it
     */
    void skipped(String where, String reason);

    /** Something worth a line, for example what a dry run would change. All are in the report; the first are shown. */
    void note(String line);
}
