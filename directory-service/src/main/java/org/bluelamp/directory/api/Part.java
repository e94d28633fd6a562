package org.bluelamp.directory.api;

import java.util.List;

/**
 * One part of a list.
 *
 * @param items what is in it
 * @param page which part, from 1
 * @param pages how many parts there are
 * @param total how many things there are
 */
record Part<T>(List<T> items, int page, int pages, int total) {

    /**
     * @param most things in a part at most
     * @throws org.springframework.web.ErrorResponseException 400 when there can be no such part
     */
    static <T> Part<T> of(List<T> all, int page, int size, int most) {
        if (page < 1) {
            throw Problems.badParameter("page", "Parts are counted from 1");
        }
        if (size < 1 || size > most) {
            throw Problems.badParameter("size", "This is a number from 1 to " + most);
        }
        return new Part<>(
                all.stream().skip((long) (page - 1) * size).limit(size).toList(),
                page,
                Math.ceilDiv(all.size(), size),
                all.size());
    }
}
