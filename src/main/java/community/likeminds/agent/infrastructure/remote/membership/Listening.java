package community.likeminds.agent.infrastructure.remote.membership;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** Whether anything listens at the address of a process; asked again after two seconds. */
final class Listening {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int CONNECT_MILLIS = 500;

    private final URI address;
    private boolean answered;
    private long until = System.nanoTime();

    Listening(URI address) {
        this.address = address;
    }

    synchronized boolean now() {
        if (System.nanoTime() - until >= 0) {
            answered = connects();
            until = System.nanoTime() + FRESH_NANOS;
        }
        return answered;
    }

    private boolean connects() {
        int port = address.getPort() < 0 ? address.getScheme().equals("https") ? 443 : 80 : address.getPort();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost().replaceAll("[\\[\\]]", ""), port), CONNECT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
