package org.bluelamp.web.page;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a member of staff in one service. Each service answers it as JSON at {@code /staff/<service>/waiting},
 * and the portal's home page shows all of them.
 *
 * @param items what waits, the most pressing first; empty when nothing does
 */
public record WaitingWork(List<Item> items) {

    /**
     * Some things of one kind.
     *
     * @param text how many and what, such as {@code 3 cases are overdue}
     * @param address the page of the portal that lists them
     * @param pressing whether they cannot wait: past their time, or people are not told until then
     */
    public record Item(String text, String address, boolean pressing) {}

    /** Of these, those of which there is something. */
    public static WaitingWork of(@Nullable Item... items) {
        return new WaitingWork(Stream.of(items).filter(Objects::nonNull).toList());
    }

    /**
     * Some things of one kind; null when there is none.
     *
     * @param count how many
     * @param one what follows the number 1, such as {@code case is overdue}
     * @param many what follows any other number
     * @param address the page of the portal that lists them
     */
    public static @Nullable Item some(long count, String one, String many, String address) {
        return item(count, one, many, address, false);
    }

    /** As {@link #some}, for what cannot wait. */
    public static @Nullable Item pressing(long count, String one, String many, String address) {
        return item(count, one, many, address, true);
    }

    private static @Nullable Item item(long count, String one, String many, String address, boolean pressing) {
        return count == 0 ? null : new Item(count + " " + (count == 1 ? one : many), address, pressing);
    }
}
