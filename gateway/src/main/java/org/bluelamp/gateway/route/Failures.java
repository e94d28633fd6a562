package org.bluelamp.gateway.route;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Tells whose failure it is that a request was not answered. Only a service's own opens its circuit breaker: else ten
 * readers who hang up, or one who means harm, would take a service away from everybody.
 */
final class Failures {

    private Failures() {}

    /** Whether the service refused the connection, did not answer in time or hung up. */
    static boolean ofService(Throwable failure) {
        return has(failure, IOException.class) && !ofReader(failure) && !ofOurPool(failure);
    }

    /** Whether the reader hung up, or sent something else than was announced, before all was read. */
    static boolean ofReader(Throwable failure) {
        return has(failure, ClientAbortException.class) || has(failure, BadRequestException.class);
    }

    /** Whether no connection became free in time: the service was not even asked. */
    private static boolean ofOurPool(Throwable failure) {
        return has(failure, ConnectionRequestTimeoutException.class);
    }

    /**
     * Stands around a circuit breaker, which has the page "not available" shown after any failure: for nobody when the
     * reader is gone, and not for our own faults, which are to be seen as such.
     */
    static ServerResponse sorted(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        ServerResponse response = next.handle(request);
        if (!(MvcUtils.getAttribute(request, MvcUtils.CIRCUITBREAKER_EXECUTION_EXCEPTION_ATTR)
                instanceof Exception failure)) {
            return response;
        }
        if (ofReader(failure)) {
            return GatewayServerResponse.badRequest().build();
        }
        if (failure instanceof CallNotPermittedException || ofService(failure) || ofOurPool(failure)) {
            return response;
        }
        throw failure;
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
