package org.bluelamp.local.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last mails that were caught, in memory: they are gone when the catcher ends. */
final class MailStore {

    /** A mail with its source. */
    record Caught(Mail mail, String source) {}

    private static final int KEPT = 2_000;

    private final Deque<Caught> newestFirst = new ArrayDeque<>();
    private long count;

    /** The id for the next mail. */
    synchronized long nextId() {
        return ++count;
    }

    synchronized void add(Caught caught) {
        newestFirst.addFirst(caught);
        while (newestFirst.size() > KEPT) {
            newestFirst.removeLast();
        }
    }

    /** The mails to an address, or all when it is empty, the newest first. */
    synchronized List<Mail> to(String address) {
        return newestFirst.stream()
                .map(Caught::mail)
                .filter(mail -> address.isEmpty() || mail.to().equalsIgnoreCase(address))
                .toList();
    }

    synchronized Optional<Caught> find(long id) {
        return newestFirst.stream().filter(caught -> caught.mail().id() == id).findFirst();
    }

    synchronized void clear() {
        newestFirst.clear();
    }
}
