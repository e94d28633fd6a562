package org.bluelamp.messaging;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells a database that cannot do its work, because it is away, starting, stopping or out of space, from a statement that
 * it will never accept. The first is waited out; waiting for the second would last for ever.
 */
public final class DatabaseAway {

    private DatabaseAway() {}

    /**
     * Whether the failure is the database's own and will end without anybody's changing the statement. When the
     * connection breaks inside a transaction, rolling back fails too, and what broke it stands behind that.
     */
    public static boolean says(RuntimeException failure) {
        if (failure instanceof TransactionSystemException notRolledBack
                && notRolledBack.getApplicationException() instanceof RuntimeException first) {
            return says(first);
        }
        return failure instanceof CannotCreateTransactionException
                || failure instanceof DataAccessException
                        && (failure instanceof NonTransientDataAccessResourceException
                                || failure instanceof TransientDataAccessResourceException
                                || failure instanceof RecoverableDataAccessException);
    }
}
