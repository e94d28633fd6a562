package org.bluelamp.alerts.delivery;

import java.util.Collection;
import java.util.UUID;
import org.bluelamp.alerts.channel.Providers;
import org.jspecify.annotations.Nullable;

/**
 * One way of reaching people: what it carries, where to, who brings it and who writes it. A bean per way that is
 * configured; each has workers of its own, so that one whose provider hangs holds up no other.
 *
 * @param <A> where a message goes to
 * @param <M> what a message is
 */
public interface Channel<A, M> {

    /** As which it stands in deliveries. */
    Way way();

    /** Who brings its messages. */
    Providers<A, M> providers();

    /** Who writes its messages, one for each kind of item that it carries. */
    Collection<? extends Writer<M>> writers();

    /**
     * Where a person is reached, opened just before sending.
     *
     * @param sealed what is kept sealed of the person for this way; null when that is kept elsewhere
     */
    A open(UUID subscriber, byte @Nullable [] sealed);

    /** How many workers carry all its lanes, and how many more only what is urgent or waited for. */
    Crew crew(DeliverySettings settings);

    /**
     * Workers.
     *
     * @param all carry all lanes
     * @param first carry only urgent and transactional messages
     */
    record Crew(int all, int first) {}
}
