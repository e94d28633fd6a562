package org.bluelamp.service.outgoing;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/** The client with which a service calls addresses that people have typed. */
public final class PublicHttp {

    private PublicHttp() {}

    /**
     * A client that connects to the public internet only, follows no redirect, keeps no cookie and tries nothing twice.
     *
     * @param patience how long to wait for a connection and from one byte to the next
     * @param privateOnesToo whether this machine and private networks may be called as well
     */
    public static CloseableHttpClient client(Duration patience, boolean privateOnesToo) {
        Timeout timeout = Timeout.of(patience);
        return HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicAddresses(privateOnesToo))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(timeout).build())
                .setUserAgent("Bluelamp")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }
}
