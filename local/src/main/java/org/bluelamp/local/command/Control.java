package org.bluelamp.local.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bluelamp.local.LocalException;
import org.bluelamp.local.platform.LocalPlatform;
import org.bluelamp.local.platform.PlatformFolder;
import org.jspecify.annotations.Nullable;

/**
 * How a second command talks to a running {@code up}: a line over a loopback socket, whose port and token only the owner
 * of the folder can read. A UNIX socket would do without the token, but its path may not be longer than 107 bytes, and
 * checkouts lie where they lie.
 */
final class Control {

    private static final String DONE = "done";
    private static final String FAILED = "failed ";

    private final Path file;

    Control(PlatformFolder folder) {
        this.file = folder.run().resolve("control");
    }

    /** Answers requests until this JVM ends. */
    void serve(LocalPlatform platform) {
        try {
            byte[] random = new byte[16];
            new SecureRandom().nextBytes(random);
            String token = HexFormat.of().formatHex(random);
            ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, server.getLocalPort() + " " + token);
            Thread.ofPlatform().daemon().name("control").start(() -> serve(server, token, platform));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not open the control socket: " + e.getMessage(), e);
        }
    }

    private static void serve(ServerSocket server, String token, LocalPlatform platform) {
        while (true) {
            try (Socket socket = server.accept()) {
                socket.setSoTimeout(5_000);
                BufferedReader in = reader(socket);
                PrintStream out = new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8);
                if (sameToken(token, in.readLine())) {
                    out.println(answer(in.readLine(), platform));
                }
            } catch (IOException e) {
                // The asking side has gone; the next one is served.
            }
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static boolean sameToken(String token, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String answer(@Nullable String request, LocalPlatform platform) {
        if (request == null || !request.startsWith("restart ")) {
            return FAILED + "This is not understood: " + request;
        }
        try {
            platform.restart(request.substring("restart ".length()));
            return DONE;
        } catch (RuntimeException e) {
            return FAILED + String.valueOf(e.getMessage()).replace('\n', ' ');
        }
    }

    /**
     * Asks the running supervisor.
     *
     * @return whether it did what was asked
     * @throws LocalException when none runs
     */
    boolean ask(String request, PrintStream out) {
        String[] portAndToken;
        try {
            portAndToken = Files.readString(file).strip().split(" ");
        } catch (IOException e) {
            throw new LocalException("Bluelamp does not run: `bluelamp up` starts it.", e);
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(portAndToken[0]))) {
            PrintStream to = new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8);
            to.println(portAndToken[1]);
            to.println(request);
            String answer = reader(socket).readLine();
            if (DONE.equals(answer)) {
                out.println("Done.");
                return true;
            }
            out.println(answer == null ? "There was no answer." : answer.replaceFirst("^" + FAILED, ""));
            return false;
        } catch (IOException e) {
            throw new LocalException("Bluelamp does not run: `bluelamp up` starts it.", e);
        }
    }
}
