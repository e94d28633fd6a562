package org.bluelamp.gateway.signin;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.stereotype.Component;

/** Ends the session of somebody who must leave at once, and makes them wait for nothing: not even for the database. */
@Component
public class QuickExit {

    private static final Logger log = LoggerFactory.getLogger(QuickExit.class);

    /** A browser has one; whoever sends more sends what is not ours. */
    private static final int MOST_SESSIONS = 2;

    /** A second's work or so. What is beyond it lasts until its time is over. */
    private static final int MOST_WAITING = 1_000;

    /** Anybody can come here with a cookie, so all of them together take one connection to the database. */
    private final ThreadPoolExecutor ending = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("quick-exit").factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    private final SessionRepository<?> sessions;
    private final CookieSerializer cookies;

    /** @param cookies which hold the number of a session */
    public QuickExit(SessionRepository<?> sessions, CookieSerializer cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    /**
     * Takes the cookie away with this answer, and the session as soon as the database does it. Should it be away, the
     * session ends with its time; nobody has its cookie any more.
     */
    public void endSession(HttpServletRequest request, HttpServletResponse response) {
        List<String> ids = cookies.readCookieValues(request);
        if (ids.isEmpty()) {
            return;
        }
        cookies.writeCookieValue(new CookieSerializer.CookieValue(request, response, ""));
        ending.execute(() -> ids.stream().limit(MOST_SESSIONS).forEach(this::delete));
    }

    /** Ends what is waiting, as far as the time of a shut-down allows. */
    @PreDestroy
    void stop() throws InterruptedException {
        ending.shutdown();
        if (!ending.awaitTermination(2, TimeUnit.SECONDS)) {
            ending.shutdownNow();
        }
    }

    private void delete(String id) {
        try {
            sessions.deleteById(id);
        } catch (RuntimeException failure) {
            log.warn("A session could not be ended and lasts until its time is over: {}", failure.toString());
        }
    }
}
