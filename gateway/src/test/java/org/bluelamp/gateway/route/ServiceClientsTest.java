package org.bluelamp.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.bluelamp.gateway.GatewayTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.test.util.ReflectionTestUtils;

class ServiceClientsTest extends GatewayTest {

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

    @AfterEach
    void no_more_waiting() {
        NEWS.answerAsUsual();
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
