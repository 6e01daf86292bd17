package id.laras.directories;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What the directories of the tests have in common: real processes with an end. */
final class Servers {

    private Servers() {}

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Ends with this JVM at the latest, with what it has started itself. */
    static void endWithUs(Process server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
    }

    static void end(Process server) {
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
        try {
            server.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks again and again until it answers, at most as long as said; a server that has ended is not waited for. */
    static void await(Process server, Path log, Duration atMost, BooleanSupplier answers) {
        var end = System.nanoTime() + atMost.toNanos();
        while (!answers.getAsBoolean()) {
            try {
                if (System.nanoTime() > end || server.waitFor(200, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("The server does not answer:\n" + Files.readString(log, UTF_8));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new IllegalStateException("The server does not answer", e);
            }
        }
    }
}
