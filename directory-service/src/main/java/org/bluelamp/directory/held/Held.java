package org.bluelamp.directory.held;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Something large that is read from the database and held in memory. A number in the database, its revision, rises with
 * every change of what it was read from. Looking things up never asks for that number: {@link Refresher} does, once a
 * second, so a replica is at most that much behind, plus the reading. The process that made a change knows of it at
 * once: inside the transaction it sees what it has written, and everybody else does from the commit on.
 *
 * @param <T> what is held; it never changes, another takes its place
 */
public final class Held<T> {

    private final String name;
    private final Source<T> source;
    private final TransactionTemplate transaction;

    /** Taken while reading, so that nothing is read twice at the same time. */
    private final ReentrantLock reading = new ReentrantLock();

    private volatile @Nullable State<T> state;

    /** What was held last, even if it is out of date: most of the next one is often the same. */
    private volatile @Nullable T last;

    /** How many transactions of this process have changed what this is read from. */
    private volatile long changes;

    /** @param name what is held, for logs */
    public Held(String name, Source<T> source, PlatformTransactionManager transactions) {
        this.name = name;
        this.source = source;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    /** Where it comes from. */
    public interface Source<T> {

        /** The number that rises with every change. */
        long revision();

        /**
         * Reads it; called in a transaction.
         *
         * @param last what was held before, perhaps of use; null when nothing was
         */
        T read(@Nullable T last);
    }

    /** What is held. Waits for it to be read when it has not been, or when this process has just changed it. */
    public T current() {
        Own own = own();
        if (own != null) {
            return own.value();
        }
        State<T> held = state;
        return held == null ? refresh() : held.value;
    }

    /**
     * What is held, without waiting.
     *
     * @return empty when it was not read yet, was just changed by this process, or is being changed by this transaction
     */
    public Optional<T> ifHeld() {
        return own() == null ? Optional.ofNullable(state).map(State::value) : Optional.empty();
    }

    /** Asks for the revision and reads again if it is another one. */
    public T refresh() {
        reading.lock();
        try {
            while (true) {
                long before = changes;
                State<T> held = state;
                long revision = source.revision();
                State<T> fresh = held != null && held.revision == revision ? held : new State<>(revision, read());
                if (hold(fresh, before)) {
                    return fresh.value;
                }
            }
        } finally {
            reading.unlock();
        }
    }

    /**
     * To be called in every transaction that changes what this is read from, after it has raised the revision. What was
     * read in the transaction before is read again.
     *
     * @throws IllegalStateException when there is no transaction
     */
    public void changed() {
        Own own = own();
        if (own == null) {
            Own first = new Own();
            TransactionSynchronizationManager.registerSynchronization(first);
            TransactionSynchronizationManager.bindResource(this, first);
        } else {
            own.value = null;
        }
    }

    /** What is held, for logs. */
    @Override
    public String toString() {
        return name;
    }

    @SuppressWarnings("unchecked") // only changed() binds anything to this
    private @Nullable Own own() {
        return (Own) TransactionSynchronizationManager.getResource(this);
    }

    private T read() {
        return Objects.requireNonNull(transaction.execute(status -> source.read(last)));
    }

    /** @return false when a change of this process came in between, so that this may be out of date */
    private synchronized boolean hold(State<T> fresh, long changesBefore) {
        if (changes != changesBefore) {
            return false;
        }
        state = fresh;
        last = fresh.value;
        return true;
    }

    /** @param own what the transaction read after its last change; null when it read nothing */
    private synchronized void committed(@Nullable State<T> own) {
        changes++;
        State<T> held = state;
        if (own == null) {
            state = null;
        } else if (held == null || held.revision < own.revision) {
            state = own;
            last = own.value;
        }
    }

    private record State<T>(long revision, T value) {}

    /** What a transaction sees that has changed it. */
    private final class Own implements TransactionSynchronization {

        private @Nullable State<T> value;

        T value() {
            State<T> held = value;
            if (held == null) {
                held = new State<>(source.revision(), read());
                value = held;
            }
            return held.value;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Held.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Held.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Held.this);
            if (status != STATUS_ROLLED_BACK) {
                // When nobody knows whether it was committed, what it saw counts for nothing.
                committed(status == STATUS_COMMITTED ? value : null);
            }
        }
    }
}
