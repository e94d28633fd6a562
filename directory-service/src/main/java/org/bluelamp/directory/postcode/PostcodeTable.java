package org.bluelamp.directory.postcode;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * All postcodes at one moment, packed: 18 bytes each, so that a whole country's take some 35 megabytes. It never
 * changes. Points are kept to a millionth of a degree, some ten centimetres.
 */
final class PostcodeTable {

    private static final double GRID = 1e6;

    /** In order; the other arrays go by the same positions. */
    private final int[] keys;

    private final int[] longitudes;
    private final int[] latitudes;

    /** What many postcodes have in common, by its number in {@link #common}. */
    private final int[] commons;

    /** Days since 1970, or 0 for those in use. */
    private final char[] terminated;

    private final List<Common> common;

    private PostcodeTable(Builder rows) {
        // A number a row, with its key in front of its position: sorting these sorts the rows.
        long[] order = new long[rows.size];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) rows.keys[i] << 32 | i;
        }
        Arrays.sort(order);
        this.keys = sorted(rows.keys, order);
        this.longitudes = sorted(rows.longitudes, order);
        this.latitudes = sorted(rows.latitudes, order);
        this.commons = sorted(rows.commons, order);
        this.terminated = new char[order.length];
        for (int i = 0; i < order.length; i++) {
            terminated[i] = rows.terminated[(int) order[i]];
        }
        this.common = List.copyOf(rows.common.keySet());
    }

    private static int[] sorted(int[] values, long[] order) {
        int[] sorted = new int[order.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = values[(int) order[i]];
        }
        return sorted;
    }

    Optional<LocatedPostcode> find(Postcode postcode) {
        int i = Arrays.binarySearch(keys, PostcodeKey.of(postcode.code()));
        if (i < 0) {
            return Optional.empty();
        }
        Common shared = common.get(commons[i]);
        return Optional.of(new LocatedPostcode(
                postcode,
                longitudes[i] / GRID,
                latitudes[i] / GRID,
                shared.neighbourhood == null ? null : new AreaCode(shared.neighbourhood),
                shared.forceName,
                terminated[i] == 0 ? null : LocalDate.ofEpochDay(terminated[i]),
                shared.source));
    }

    /** As {@link Postcodes#neighbourhoods}. */
    List<AreaCode> neighbourhoods(PartialPostcode beginning) {
        int first = PostcodeKey.first(beginning);
        Map<String, Integer> counts = new HashMap<>();
        for (int i = from(first); i < keys.length && keys[i] - first < PostcodeKey.count(beginning); i++) {
            String neighbourhood = common.get(commons[i]).neighbourhood;
            if (neighbourhood != null && terminated[i] == 0) {
                counts.merge(neighbourhood, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .map(entry -> new AreaCode(entry.getKey()))
                .toList();
    }

    /** Whether postcodes begin like this, in use or not. */
    boolean holds(PartialPostcode beginning) {
        int first = PostcodeKey.first(beginning);
        int i = from(first);
        return i < keys.length && keys[i] - first < PostcodeKey.count(beginning);
    }

    /** Whether postcodes with these letters are held; empty when not, else whether all of them are ours. */
    Optional<Boolean> allOurs(String letters) {
        int first = PostcodeKey.firstWith(letters);
        Optional<Boolean> ours = Optional.empty();
        for (int i = from(first); i < keys.length && keys[i] - first < PostcodeKey.countWithLetters(); i++) {
            if (common.get(commons[i]).neighbourhood == null) {
                return Optional.of(false);
            }
            ours = Optional.of(true);
        }
        return ours;
    }

    /** Where the keys from this one on begin. */
    private int from(int key) {
        int i = Arrays.binarySearch(keys, key);
        return i < 0 ? -i - 1 : i;
    }

    int size() {
        return keys.length;
    }

    private record Common(
            @Nullable String neighbourhood, @Nullable String forceName, String source) {}

    /** Takes postcodes in any order. */
    static final class Builder {

        private int size;
        private int[] keys;
        private int[] longitudes;
        private int[] latitudes;
        private int[] commons;
        private char[] terminated;
        private final SequencedMap<Common, Integer> common = new LinkedHashMap<>();

        /** @param expected how many there will be; it may be more */
        Builder(int expected) {
            keys = new int[expected];
            longitudes = new int[expected];
            latitudes = new int[expected];
            commons = new int[expected];
            terminated = new char[expected];
        }

        /** Adds one; the arguments are the columns of the database's table. */
        void add(
                String code,
                double longitude,
                double latitude,
                @Nullable String neighbourhood,
                @Nullable String forceName,
                @Nullable LocalDate end,
                String source) {
            if (size == keys.length) {
                grow(Math.max(1_000, size + size / 4));
            }
            keys[size] = PostcodeKey.of(code);
            longitudes[size] = (int) Math.rint(longitude * GRID);
            latitudes[size] = (int) Math.rint(latitude * GRID);
            commons[size] =
                    common.computeIfAbsent(new Common(neighbourhood, forceName, source), first -> common.size());
            // The first was terminated in 1973, and a char lasts until 2149.
            terminated[size] = end == null ? 0 : (char) Math.clamp(end.toEpochDay(), 1, Character.MAX_VALUE);
            size++;
        }

        private void grow(int length) {
            keys = Arrays.copyOf(keys, length);
            longitudes = Arrays.copyOf(longitudes, length);
            latitudes = Arrays.copyOf(latitudes, length);
            commons = Arrays.copyOf(commons, length);
            terminated = Arrays.copyOf(terminated, length);
        }

        PostcodeTable build() {
            return new PostcodeTable(this);
        }
    }
}
