package org.bluelamp.benchmarks.deliveries;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A mail server (RFC 5321, as far as a sender without extensions needs it) that accepts every mail, notes for whom
 * it was, and keeps nothing else. It costs next to nothing, so that what is measured is the sender.
 */
final class MailSink implements AutoCloseable {

    private static final int BACKLOG = 50;
    private static final String ID = "Message-ID:";

    private final ServerSocket server;
    private final Set<String> recipients = ConcurrentHashMap.newKeySet();
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

    /** How many different people got a mail. */
    int recipients() {
        return recipients.size();
    }

    /** How many mails came again, told by their Message-ID, which names the delivery. */
    int repeated() {
        return repeated.get();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> converse(socket));
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private void converse(Socket connection) {
        try (Socket socket = connection;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = socket.getOutputStream()) {
            socket.setTcpNoDelay(true);
            answer(out, "220 sink");
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("RCPT")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    answer(out, "250 yes");
                } else if (command.equals("DATA")) {
                    answer(out, "354 go on");
                    if (!messages.add(swallow(in))) {
                        repeated.incrementAndGet();
                    }
                    recipients.add(recipient);
                    mails.incrementAndGet();
                    answer(out, "250 accepted");
                } else if (command.equals("QUIT")) {
                    answer(out, "221 bye");
                    return;
                } else {
                    answer(out, "250 yes");
                }
            }
        } catch (IOException e) {
            // The sender went away.
        }
    }

    /** Reads a mail to its end; its Message-ID. */
    private String swallow(BufferedReader in) throws IOException {
        String id = "";
        int length = 0;
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            length += line.length() + 2;
            if (id.isEmpty() && line.regionMatches(true, 0, ID, 0, ID.length())) {
                id = line.substring(ID.length()).strip();
            }
        }
        bytes.addAndGet(length);
        return id;
    }

    private static void answer(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
