package org.bluelamp.alerts.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.alerts.channel.NotAccepted;
import org.bluelamp.alerts.channel.ProviderSettings;
import org.bluelamp.alerts.channel.Providers;
import org.bluelamp.contact.MailAddress;
import org.bluelamp.local.process.Ports;
import org.junit.jupiter.api.Test;

class MailServersTest {

    private static final MailAddress ROSA = new MailAddress("rosa@example.org");
    private static final Mail MAIL = new Mail("The team", "News", "text", "<p>html</p>", Map.of());

    @Test
    void a_connection_is_used_for_the_next_batch_too() throws Exception {
        try (var scripted = new ScriptedServer(Map.of())) {
            var servers = servers(0, scripted.port());
            for (var batch = 0; batch < 3; batch++) {
                try (var connection = servers.connect()) {
                    connection.send(UUID.randomUUID(), ROSA, MAIL);
                }
            }
            assertThat(scripted.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_second_server_takes_over_while_the_first_does_not_answer() throws Exception {
        try (var second = new ScriptedServer(Map.of())) {
            var servers = servers(0, Ports.free(), second.port());
            for (var mail = 0; mail < 10; mail++) {
                send(servers);
            }
            assertThat(second.connections()).isPositive();
            assertThat(servers.areThere()).isTrue();
        }
    }

    @Test
    void a_second_server_takes_over_from_one_that_takes_mails_too_slowly() throws Exception {
        try (var slow = new ScriptedServer(Map.of("END", "SLOW 250 taken"));
                var second = new ScriptedServer(Map.of())) {
            var servers = servers(0, slow.port(), second.port());
            for (var mail = 0; mail < 12; mail++) {
                send(servers);
            }
            assertThat(second.connections()).isPositive();
        }
    }

    @Test
    void a_server_that_is_back_is_used_again() throws Exception {
        var port = Ports.free();
        var servers = servers(0, port);
        for (var attempt = 0; attempt < 12; attempt++) {
            assertThatThrownBy(servers::connect).isInstanceOf(NotAccepted.class);
        }
        assertThat(servers.areThere()).isFalse();
        try (var back = new ScriptedServer(Map.of(), port)) {
            await("workers ask this before they claim anything, so nothing else tells that it may be tried again")
                    .until(servers::areThere);
            await().ignoreExceptions().untilAsserted(() -> {
                send(servers);
                assertThat(back.connections()).isPositive();
            });
        }
        assertThat(servers.areThere()).isTrue();
    }

    @Test
    void refused_addresses_say_nothing_against_the_server() throws Exception {
        try (var scripted = new ScriptedServer(Map.of("RCPT", "550 5.1.1 unknown"))) {
            var servers = servers(0, scripted.port());
            try (var connection = servers.connect()) {
                for (var mail = 0; mail < 120; mail++) {
                    assertThatThrownBy(() -> connection.send(UUID.randomUUID(), ROSA, MAIL))
                            .isInstanceOfSatisfying(
                                    NotAccepted.class,
                                    refusal -> assertThat(refusal.isForGood()).isTrue());
                }
            }
            assertThat(servers.areThere()).isTrue();
        }
    }

    @Test
    void a_server_that_refuses_most_of_what_we_send_is_left_alone_before_it_costs_everybody_their_mail()
            throws Exception {
        try (var scripted = new ScriptedServer(Map.of("RCPT", "550 relay not permitted"))) {
            var servers = servers(0, scripted.port());
            var refused = 0;
            try (var connection = servers.connect()) {
                while (refused < 1_000) {
                    try {
                        connection.send(UUID.randomUUID(), ROSA, MAIL);
                    } catch (NotAccepted refusal) {
                        if (refusal.isNoTry()) {
                            break;
                        }
                        refused++;
                    }
                }
            }
            assertThat(refused).isLessThan(100);
            assertThat(servers.areThere()).isFalse();
        }
    }

    @Test
    void no_more_mails_a_second_leave_than_a_server_is_to_get() throws Exception {
        try (var scripted = new ScriptedServer(Map.of())) {
            var servers = servers(5, scripted.port());
            var begin = System.nanoTime();
            try (var connection = servers.connect()) {
                for (var mail = 0; mail < 4; mail++) {
                    connection.send(UUID.randomUUID(), ROSA, MAIL);
                }
            }
            // The first leaves in what is left of a fifth of a second, the others in one each.
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(390));
        }
    }

    private static void send(MailServers servers) throws NotAccepted {
        var connection = servers.connect();
        try {
            connection.send(UUID.randomUUID(), ROSA, MAIL);
            connection.close();
        } catch (NotAccepted refusal) {
            connection.lost();
            if (!refusal.isNoTry()) {
                throw refusal;
            }
            send(servers);
        }
    }

    private static MailServers servers(int perSecond, int... ports) throws IOException {
        var settings = new ProviderSettings(perSecond, Duration.ofMillis(40), Duration.ofMillis(200));
        var all = new ArrayList<Providers.Named<MailAddress, Mail>>();
        for (var port : ports) {
            all.add(new Providers.Named<>("server-" + all.size(), SmtpServerTest.server(port), settings));
        }
        return new MailServers(all, new SimpleMeterRegistry());
    }
}
