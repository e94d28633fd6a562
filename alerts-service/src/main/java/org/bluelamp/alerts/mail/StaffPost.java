package org.bluelamp.alerts.mail;

import java.util.UUID;
import org.bluelamp.alerts.channel.NotAccepted;
import org.bluelamp.alerts.practice.Practice;
import org.bluelamp.contact.MailAddress;
import org.springframework.stereotype.Component;

/**
 * Mails to staff and teams, who are no subscribers: they confirm nothing and cannot leave, so their mail goes beside the
 * deliveries, each on a connection of its own.
 */
@Component
public class StaffPost {

    private final MailServers servers;
    private final Practice practice;

    /** Sends over these servers, and nothing that practice simulates. */
    public StaffPost(MailServers servers, Practice practice) {
        this.servers = servers;
        this.practice = practice;
    }

    /**
     * Sends a mail; does nothing where practice simulates it.
     *
     * @param id names this try; what goes out again after an answer that was lost is another mail to the mailbox
     * @throws NotAccepted when the server does not take it
     */
    public void send(UUID id, MailAddress to, Mail mail) throws NotAccepted {
        if (practice.simulates(to)) {
            return;
        }
        try (var connection = servers.connect()) {
            try {
                connection.send(id, to, mail);
            } catch (NotAccepted refusal) {
                if (refusal.isConnectionLost()) {
                    connection.lost();
                }
                throw refusal;
            }
        }
    }
}
