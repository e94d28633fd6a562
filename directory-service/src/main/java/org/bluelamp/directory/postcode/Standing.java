package org.bluelamp.directory.postcode;

/** How an outward code, such as SG1, stands to the postcodes we hold. */
public enum Standing {
    /** Postcodes with it are held, be they in use or not. */
    HELD,

    /**
     * No place has such a postcode: its letters are none, or all postcodes with these letters are held and none has it.
     */
    IMPOSSIBLE,

    /** We hold postcodes with these letters, all of them ours: it may be elsewhere, and it may be a slip. */
    DOUBTFUL,

    /** We hold no postcodes with these letters. */
    BEYOND
}
