package org.bluelamp.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bluelamp.service.outgoing.PublicAddresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.254",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::"
            })
    void what_only_we_can_reach_is_refused(String address) {
        assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.32.0.1", "100.128.0.1", "193.62.1.1", "2606:4700:4700::1111"})
    void what_everybody_can_reach_is_called(String address) {
        assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tools",
                "ftp://tools.example.org",
                "javascript:alert(1)",
                "http://1.1.1.1/",
                "https://a:b@1.1.1.1/",
                "https://1.1.1.1/#top",
                "https://127.0.0.1/",
                "https://localhost/",
                "https://[::1]/",
                "https://2130706433/",
                "https://no-such-host.invalid/",
                "https:///news",
                "https://1.1.1.1 /"
            })
    void an_address_that_no_tool_can_have_is_refused_with_a_reason(String typed) {
        assertThatThrownBy(() -> TargetUrl.read(typed, false, "news"))
                .isInstanceOf(BadTargetException.class)
                .hasMessageStartingWith("Enter ");
    }

    @Test
    void an_address_on_the_public_internet_is_taken_as_it_is() {
        assertThat(TargetUrl.read(" https://1.1.1.1:8443/news?of=herts ", false, "news"))
                .hasToString("https://1.1.1.1:8443/news?of=herts");
    }

    @Test
    void a_name_that_came_to_mean_this_machine_after_it_was_added_is_not_called() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        Outgoing outgoing = new Outgoing(
                new WebhookSettings("", false, Duration.ofSeconds(5), List.of(), Duration.ofDays(3)),
                Clock.systemUTC());
        try {
            for (String host : List.of("localhost", "127.0.0.1")) {
                Outgoing.Result result = outgoing.call(
                        "http://" + host + ":" + server.getAddress().getPort() + "/",
                        List.of(Secret.fresh()),
                        UUID.randomUUID(),
                        "{}");

                assertThat(result.taken()).isFalse();
                assertThat(result.words()).isEqualTo("was not found on the public internet");
            }
            assertThat(calls).hasValue(0);
        } finally {
            outgoing.destroy();
            server.stop(0);
        }
    }
}
