package org.bluelamp.messaging;

import org.springframework.messaging.Message;

/** Hands a message from the broker to the {@link EventHandler} of its type, once, in one transaction with the inbox. */
public interface EventDispatcher {

    /**
     * Reads the envelope, skips what the inbox already holds, and calls the handler.
     *
     * @throws RuntimeException when the message cannot be read, has no handler, or its handler threw; the binder then
     *     tries again and finally dead-letters it
     */
    void dispatch(Message<byte[]> message);
}
