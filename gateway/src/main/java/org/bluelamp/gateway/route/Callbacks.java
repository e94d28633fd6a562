package org.bluelamp.gateway.route;

import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What providers that we use call us back on. Some know no other way to say who they are than {@code Authorization},
 * which services get from the gateway alone; on these addresses what it holds goes on under another name.
 */
final class Callbacks {

    /** What a service reads. */
    static final String KEY = "Callback-Authorization";

    private static final Pattern PATH = Pattern.compile("/api/v1/[a-z]+/callbacks/.+");

    private Callbacks() {}

    static ServerRequest keepKey(ServerRequest request) {
        String path = request.requestPath().pathWithinApplication().value();
        String key = request.headers().firstHeader(HttpHeaders.AUTHORIZATION);
        return ServerRequest.from(request)
                .headers(headers -> {
                    headers.remove(KEY);
                    if (key != null && PATH.matcher(path).matches()) {
                        headers.set(KEY, key);
                    }
                })
                .build();
    }
}
