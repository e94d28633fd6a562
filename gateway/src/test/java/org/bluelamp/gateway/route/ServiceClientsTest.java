package org.bluelamp.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.bluelamp.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.test.util.ReflectionTestUtils;

class ServiceClientsTest extends GatewayTest {

    @Autowired
    private ClientHttpRequestFactoryBuilder<?> clients;

    @Test
    void the_pool_holds_hundreds_of_connections_to_each_service() {
        assertThat(clients.build()).isInstanceOfSatisfying(HttpComponentsClientHttpRequestFactory.class, factory -> {
            HttpClient client = factory.getHttpClient();
            assertThat(ReflectionTestUtils.getField(client, "connManager"))
                    .isInstanceOfSatisfying(PoolingHttpClientConnectionManager.class, pool -> {
                        assertThat(pool.getDefaultMaxPerRoute()).isEqualTo(ServiceClients.CONNECTIONS_PER_SERVICE);
                        assertThat(pool.getMaxTotal()).isEqualTo(ServiceClients.CONNECTIONS);
                    });
        });
    }

    @Test
    void forty_readers_at_once_are_all_served() {
        List<CompletableFuture<HttpResponse<String>>> readers = new ArrayList<>();
        for (int reader = 0; reader < 40; reader++) {
            readers.add(http.sendAsync(to("/news").build(), HttpResponse.BodyHandlers.ofString()));
        }

        assertThat(readers)
                .allSatisfy(reader -> assertThat(reader.join().statusCode()).isEqualTo(200));
    }
}
