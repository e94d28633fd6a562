package org.bluelamp.news.util;

/** Has static state, in a package named after nothing. */
public class Counter {

    public static int count;

    public static long when() {
        return System.currentTimeMillis();
    }
}
