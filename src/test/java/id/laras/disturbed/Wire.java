package id.laras.disturbed;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The wire to a database, which can be cut, or swallow everything as a firewall does. */
final class Wire {

    private enum State {
        WHOLE,
        CUT,
        SILENT
    }

    private final ServerSocket door;
    private final int server;
    private final Queue<Closeable> ends = new ConcurrentLinkedQueue<>();
    private volatile State state = State.WHOLE;

    Wire(int server) {
        this.server = server;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::letIn);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Every connection ends at once, new ones too. */
    void cut() {
        state = State.CUT;
        for (var end = ends.poll(); end != null; end = ends.poll()) {
            close(end);
        }
    }

    /** Nothing comes through any more, and nobody is told. */
    void silence() {
        state = State.SILENT;
    }

    /** New connections work; those of before are cut. */
    void mend() {
        cut();
        state = State.WHOLE;
    }

    private void letIn() {
        while (true) {
            try {
                var client = door.accept();
                ends.add(client);
                if (state == State.CUT) {
                    client.close();
                } else if (state == State.WHOLE) {
                    var to = new Socket(InetAddress.getLoopbackAddress(), server);
                    ends.add(to);
                    start(() -> carry(client, to));
                    start(() -> carry(to, client));
                }
            } catch (IOException e) {
                // that one connection is over
            }
        }
    }

    private void carry(Socket from, Socket to) {
        var piece = new byte[8192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (var read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (state != State.SILENT) {
                    out.write(piece, 0, read);
                }
            }
        } catch (IOException e) {
            close(from);
            close(to);
        }
    }

    private static void close(Closeable end) {
        try {
            end.close();
        } catch (IOException e) {
            // it is closed already
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }
}
