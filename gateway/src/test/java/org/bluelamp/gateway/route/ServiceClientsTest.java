package org.bluelamp.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.catalina.connector.Connector;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.awaitility.Awaitility;
import org.bluelamp.gateway.GatewayTest;
import org.bluelamp.web.WebProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.test.util.ReflectionTestUtils;

class ServiceClientsTest extends GatewayTest {

    private final List<Socket> dawdling = new ArrayList<>();

    @Autowired
    private ClientHttpRequestFactoryBuilder<?> clients;

    @Test
    void the_pool_holds_hundreds_of_connections_to_each_service_even_when_all_others_hang() {
        assertThat(clients.build()).isInstanceOfSatisfying(HttpComponentsClientHttpRequestFactory.class, factory -> {
            HttpClient client = factory.getHttpClient();
            assertThat(ReflectionTestUtils.getField(client, "connManager"))
                    .isInstanceOfSatisfying(PoolingHttpClientConnectionManager.class, pool -> {
                        assertThat(pool.getDefaultMaxPerRoute()).isGreaterThanOrEqualTo(400);
                        assertThat(pool.getMaxTotal())
                                .isGreaterThanOrEqualTo(Service.values().length * pool.getDefaultMaxPerRoute());
                    });
        });
    }

    @Test
    void forty_readers_at_once_are_all_served() {
        CyclicBarrier allAtTheService = new CyclicBarrier(40);
        NEWS.pause(() -> await(allAtTheService));
        List<CompletableFuture<HttpResponse<String>>> readers = new ArrayList<>();
        for (int reader = 0; reader < 40; reader++) {
            readers.add(http.sendAsync(to("/news?reader=" + reader).build(), HttpResponse.BodyHandlers.ofString()));
        }

        assertThat(readers)
                .allSatisfy(reader -> assertThat(reader.join().statusCode()).isEqualTo(200));
    }

    /** Of these the container reads one only, the form that is posted; the others look much like it. */
    @ParameterizedTest
    @CsvSource({
        "GET, application/json",
        "POST, multipart/form-data; boundary=cut",
        "POST, application/x-www-form-urlencoded",
        "PUT, application/x-www-form-urlencoded",
        "POST, Application/X-WWW-Form-Urlencoded",
        "POST, application/x-www-form-urlencoded-too"
    })
    void more_readers_than_a_service_has_connections_who_dawdle_with_a_body_take_it_from_nobody(
            String method, String type, @Autowired MeterRegistry meters) throws Exception {
        int asked = ALERTS.count();
        int readers = ServiceClients.CONNECTIONS_PER_SERVICE + 20;
        for (int reader = 0; reader < readers; reader++) {
            dawdling.add(halfSent(method + " /alerts/" + reader + " HTTP/1.1\r\nHost: " + host() + "\r\nContent-Type: "
                    + type + "\r\nContent-Length: 100\r\n\r\nx"));
        }
        Awaitility.await().until(() -> inHand(meters) >= readers);

        // Who finds no connection free waits for one for two seconds.
        HttpResponse<String> answer = http.sendAsync(
                        to("/alerts/somebody-else").build(), HttpResponse.BodyHandlers.ofString())
                .orTimeout(2, TimeUnit.SECONDS)
                .join();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ALERTS.count()).isEqualTo(asked + 1);
    }

    @Test
    void large_uploads_which_pass_while_they_come_leave_half_of_the_connections_to_others(
            @Autowired WebProperties properties) {
        assertThat(properties.requests().uploadsAtOnce())
                .isLessThanOrEqualTo(ServiceClients.CONNECTIONS_PER_SERVICE / 2);
    }

    @Test
    void who_sends_nothing_more_is_waited_for_less_long_than_who_may_ask_again(
            @Autowired ServletWebServerApplicationContext context) {
        assertThat(context.getWebServer()).isInstanceOfSatisfying(TomcatWebServer.class, server -> {
            Connector connector = server.getTomcat().getConnector();
            assertThat(connector.getProperty("connectionTimeout")).isEqualTo(20_000);
            assertThat(connector.getProperty("keepAliveTimeout")).isEqualTo(60_000);
        });
    }

    @AfterEach
    void no_more_waiting(@Autowired MeterRegistry meters) throws Exception {
        NEWS.answerAsUsual();
        for (Socket socket : dawdling) {
            socket.close();
        }
        Awaitility.await().until(() -> inHand(meters) == 0);
    }

    /** Nobody is answered before all are here; when they do not come, the answer is a broken connection. */
    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(8, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("Not all readers reached the service at the same time", e);
        }
    }
}
