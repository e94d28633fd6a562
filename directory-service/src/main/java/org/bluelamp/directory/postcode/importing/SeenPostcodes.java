package org.bluelamp.directory.postcode.importing;

import java.util.Arrays;
import org.bluelamp.directory.postcode.Postcode;

/**
 * Millions of postcodes, to find those that come twice: eight bytes for each in an open hash table, where a set of
 * objects would take ten times that.
 */
final class SeenPostcodes {

    private static final double FULL = 0.7;

    /** Letters, digits, and nothing for shorter postcodes; no postcode is 0. */
    private static final int SYMBOLS = 37;

    private long[] slots = new long[1 << 16];
    private int size;

    /** Whether it was not there before. */
    boolean add(Postcode postcode) {
        if (size >= slots.length * FULL) {
            grow();
        }
        return put(number(postcode.code()));
    }

    private boolean put(long number) {
        int mask = slots.length - 1;
        int slot = (int) ((number * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (slots[slot] != 0) {
            if (slots[slot] == number) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = number;
        size++;
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        size = 0;
        Arrays.stream(old).filter(number -> number != 0).forEach(this::put);
    }

    private static long number(String code) {
        long number = 0;
        for (int i = 0; i < code.length(); i++) {
            number = number * SYMBOLS + Character.digit(code.charAt(i), 36) + 1;
        }
        return number;
    }
}
