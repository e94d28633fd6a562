package org.bluelamp.alerts.mail;

import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A connection that sends what was written once an answer is waited for, all of it in one go: the mail library flushes
 * each command by itself, and the second of two small writes would wait until the first is acknowledged.
 *
 * <p>Its send buffer takes a whole mail, so that writing never waits for a server that does not read; what waits is
 * reading, and that has a timeout.
 */
final class GatheringSocket extends Socket {

    /** Longer than any mail of ours; an operating system may give less, by default not below 200 KB. */
    private static final int WHOLE_MAIL = 256 * 1024;

    private static final int GATHERED = 16 * 1024;

    private @Nullable Gathered gathered;

    private GatheringSocket() throws IOException {
        setTcpNoDelay(true);
        setSendBufferSize(WHOLE_MAIL);
    }

    /** Makes such connections for the mail library. */
    static SocketFactory factory() {
        return new SocketFactory() {
            @Override
            public Socket createSocket() throws IOException {
                return new GatheringSocket();
            }

            @Override
            public Socket createSocket(String host, int port) throws IOException {
                return connected(new InetSocketAddress(host, port), null);
            }

            @Override
            public Socket createSocket(InetAddress host, int port) throws IOException {
                return connected(new InetSocketAddress(host, port), null);
            }

            @Override
            public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
                return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
            }

            @Override
            public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
                return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
            }

            private Socket connected(SocketAddress to, @Nullable SocketAddress from) throws IOException {
                var socket = new GatheringSocket();
                socket.bind(from);
                socket.connect(to);
                return socket;
            }
        };
    }

    @Override
    public synchronized OutputStream getOutputStream() throws IOException {
        var out = gathered;
        if (out == null) {
            out = new Gathered(super.getOutputStream());
            gathered = out;
        }
        return out;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                send();
                return super.read();
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                send();
                return super.read(into, from, length);
            }
        };
    }

    private synchronized void send() throws IOException {
        if (gathered != null) {
            gathered.send();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (!isClosed()) {
                send();
            }
        } finally {
            super.close();
        }
    }

    private static final class Gathered extends BufferedOutputStream {

        private Gathered(OutputStream out) {
            super(out, GATHERED);
        }

        @Override
        public void flush() {
            // Not before an answer is waited for.
        }

        private void send() throws IOException {
            super.flush();
        }
    }
}
