package org.bluelamp.news.usefulness;

/** How many readers said of an article that it was useful, and how many that it was not. */
public record Tally(long yes, long no) {

    /** How many said anything. */
    public long all() {
        return yes + no;
    }
}
