package org.bluelamp.web.error;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A body as it arrives, held in memory until its request is answered. It takes its place, in bytes, from a room that all
 * bodies share, as it arrives and not as it was announced: else whoever announces much and sends nothing fills the room. A
 * form alone takes it as announced, for the container sets that aside at once.
 */
final class HeldBody implements AutoCloseable {

    private static final int FIRST = 1024;

    private static final byte[] NOTHING = {};

    private final Semaphore room;
    private byte[] bytes = NOTHING;
    private int length;
    private int taken;

    HeldBody(Semaphore room) {
        this.room = room;
    }

    /**
     * Reads all of a body.
     *
     * @param longest in bytes
     * @param patience how long it may take; who sends nothing more is given up by the container before
     * @return what the sender is to be told, unless the container has done so, because the body could not be read; null
     *     when all is well
     */
    @Nullable
    HttpStatus read(HttpServletRequest request, int longest, Duration patience) {
        long declared = request.getContentLengthLong();
        int most = declared < 0 ? longest + 1 : (int) Math.min(declared, longest + 1);
        long begun = System.nanoTime();
        try {
            InputStream body = request.getInputStream();
            while (length < most) {
                if (System.nanoTime() - begun > patience.toNanos()) {
                    return HttpStatus.REQUEST_TIMEOUT;
                }
                if (length == bytes.length && !grow(most)) {
                    return HttpStatus.SERVICE_UNAVAILABLE;
                }
                int more = body.read(bytes, length, bytes.length - length);
                if (more < 0) {
                    break;
                }
                length += more;
            }
        } catch (IOException e) {
            // Tomcat has told 400 to who hung up or broke the rules, and 408 to who sent nothing more.
            return HttpStatus.BAD_REQUEST;
        }
        return length > longest ? HttpStatus.CONTENT_TOO_LARGE : null;
    }

    private boolean grow(int most) {
        int size = Math.min(most, Math.max(FIRST, 2 * bytes.length));
        if (!take(size - bytes.length)) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, size);
        return true;
    }

    /** Takes a place for what somebody else reads. */
    boolean take(int more) {
        if (!room.tryAcquire(more)) {
            return false;
        }
        taken += more;
        return true;
    }

    /** What was read, from its beginning. */
    ByteArrayInputStream stream() {
        return new ByteArrayInputStream(bytes, 0, length);
    }

    /** Gives the place back. */
    @Override
    public void close() {
        bytes = NOTHING;
        length = 0;
        room.release(taken);
        taken = 0;
    }
}
