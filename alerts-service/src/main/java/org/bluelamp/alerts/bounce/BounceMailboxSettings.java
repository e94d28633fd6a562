package org.bluelamp.alerts.bounce;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that emails come back to, read by IMAP, for mail servers that cannot report in another way.
 *
 * @param host its server; empty when no mailbox is read
 * @param port its port
 * @param user whose mailbox
 * @param password the password for that
 * @param tls whether the connection is encrypted from its first byte, as it is to be
 * @param folder what is read
 * @param handledFolder where what was read goes
 * @param unreadableFolder where what could not be understood goes, for operators to look at
 * @param every how often
 * @param patience how long the server may take for each answer
 */
@ConfigurationProperties("bluelamp.alerts.bounce-mailbox")
record BounceMailboxSettings(
        @DefaultValue("") String host,
        @DefaultValue("993") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("true") boolean tls,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("Handled") String handledFolder,
        @DefaultValue("Unreadable") String unreadableFolder,
        @DefaultValue("1m") Duration every,
        @DefaultValue("20s") Duration patience) {

    /** Whether there is a mailbox to read. */
    boolean isRead() {
        return !host.isBlank();
    }

    /** Says no password. */
    @Override
    public String toString() {
        return "BounceMailboxSettings[host=" + host + "]";
    }
}
