package org.bluelamp.benchmarks.deliveries;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A mail server (RFC 5321, as far as a sender without extensions needs it) that accepts every mail, notes its
 * Message-ID, and keeps nothing else. It costs next to nothing, so that what is measured is the sender.
 */
final class MailSink implements AutoCloseable {

    private static final int BACKLOG = 50;
    private static final String ID = "Message-ID:";

    private final ServerSocket server;
    private final AtomicInteger mails = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final Set<String> messages = ConcurrentHashMap.newKeySet();
    private final AtomicInteger repeated = new AtomicInteger();

    private MailSink(ServerSocket server) {
        this.server = server;
    }

    /** Listens on a port of the loopback interface. */
    static MailSink on(int port) throws IOException {
        MailSink sink = new MailSink(new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().name("mail-sink").start(sink::listen);
        return sink;
    }

    /** How many mails were accepted. */
    int mails() {
        return mails.get();
    }

    /** The mean size of a mail in bytes. */
    long meanBytes() {
        return mails() == 0 ? 0 : bytes.get() / mails();
    }

    /** How many mails came again, told by their Message-ID, which names the delivery. */
    int repeated() {
        return repeated.get();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofPlatform().daemon().start(() -> converse(socket));
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private void converse(Socket connection) {
        try (Socket socket = connection;
                OutputStream out = socket.getOutputStream()) {
            socket.setTcpNoDelay(true);
            Lines in = new Lines(socket.getInputStream());
            answer(out, "220 sink");
            for (String line = in.next(); line != null; line = in.next()) {
                String command = line.length() < 4 ? "" : line.substring(0, 4).toUpperCase(Locale.ROOT);
                switch (command) {
                    case "DATA" -> {
                        answer(out, "354 go on");
                        took(in.mail());
                        answer(out, "250 accepted");
                    }
                    case "EHLO" -> answer(out, "250-sink\r\n250 PIPELINING");
                    case "QUIT" -> {
                        answer(out, "221 bye");
                        return;
                    }
                    default -> answer(out, "250 yes");
                }
            }
        } catch (IOException e) {
            // The sender went away.
        }
    }

    private void took(String mail) {
        bytes.addAndGet(mail.length());
        int id = mail.indexOf(ID) + ID.length();
        if (!messages.add(mail.substring(id, mail.indexOf('\r', id)).strip())) {
            repeated.incrementAndGet();
        }
        mails.incrementAndGet();
    }

    private static void answer(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** What a sender says, looked at as bytes, since reading it letter by letter costs more than taking it. */
    private static final class Lines {

        private static final int LONGEST = 256 * 1024;

        private final InputStream in;
        private byte[] held = new byte[16 * 1024];
        private int from;
        private int to;

        private Lines(InputStream in) {
            this.in = in;
        }

        /** A line without its end; null when the sender went away. */
        private @Nullable String next() throws IOException {
            return until("\r\n");
        }

        /** A mail up to the line that is a dot (RFC 5321, section 4.1.1.4). */
        private String mail() throws IOException {
            return whole(until("\r\n.\r\n"));
        }

        private static String whole(@Nullable String mail) throws EOFException {
            if (mail == null) {
                throw new EOFException();
            }
            return mail;
        }

        private @Nullable String until(String end) throws IOException {
            for (int at = from; ; ) {
                for (; at + end.length() <= to; at++) {
                    if (ends(end, at)) {
                        return take(at - from, end.length());
                    }
                }
                int offset = at - from;
                if (!more()) {
                    return null;
                }
                at = from + offset;
            }
        }

        private boolean ends(String end, int at) {
            for (int n = 0; n < end.length(); n++) {
                if (held[at + n] != end.charAt(n)) {
                    return false;
                }
            }
            return true;
        }

        /** ISO 8859-1 keeps bytes as they are; nothing but ASCII is looked at. */
        private String take(int length, int end) {
            String text = new String(held, from, length, StandardCharsets.ISO_8859_1);
            from += length + end;
            return text;
        }

        private boolean more() throws IOException {
            if (from > 0) {
                System.arraycopy(held, from, held, 0, to - from);
                to -= from;
                from = 0;
            }
            if (to == held.length) {
                if (to >= LONGEST) {
                    throw new IOException("A mail is too long");
                }
                held = Arrays.copyOf(held, to * 2);
            }
            int read = in.read(held, to, held.length - to);
            to += Math.max(read, 0);
            return read > 0;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
