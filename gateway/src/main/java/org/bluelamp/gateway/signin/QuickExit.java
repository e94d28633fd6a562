package org.bluelamp.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.stereotype.Component;

/** Ends the session of somebody who must leave at once, and makes them wait for nothing: not even for the database. */
@Component
public class QuickExit {

    private static final Logger log = LoggerFactory.getLogger(QuickExit.class);

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
        Thread.ofVirtual().name("quick-exit").start(() -> ids.forEach(this::delete));
    }

    private void delete(String id) {
        try {
            sessions.deleteById(id);
        } catch (RuntimeException failure) {
            log.warn("A session could not be ended and lasts until its time is over", failure);
        }
    }
}
