package community.likeminds.agent.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Clients that listen to one stream of server-sent events and do nothing else. */
final class Listeners implements AutoCloseable {

    /** Connections that are made at the same time, as browsers of many people would. */
    private static final int AT_ONCE = 50;

    private final URI address;
    private final List<String> ends;
    private final AtomicInteger connected = new AtomicInteger();
    private final AtomicInteger greeted = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();
    private final Semaphore connecting = new Semaphore(AT_ONCE);
    private final CountDownLatch ended;
    private final List<Thread> threads;

    /** @param ends names of events after which nothing comes */
    Listeners(URI address, String credential, int number, List<String> ends) {
        this.address = address;
        this.ends = List.copyOf(ends);
        this.ended = new CountDownLatch(number);
        this.threads = IntStream.range(0, number).mapToObj(_ -> Thread.ofVirtual().start(() -> listen(credential))).toList();
    }

    int connected() {
        return connected.get();
    }

    /** How many got a comment that keeps the connection alive. */
    int greeted() {
        return greeted.get();
    }

    /** How many got the last event. */
    int told() {
        return told.get();
    }

    boolean awaitEnd(long seconds) throws InterruptedException {
        return ended.await(seconds, TimeUnit.SECONDS);
    }

    private void listen(String credential) {
        try {
            connecting.acquire();
            boolean held = true;
            try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                socket.getOutputStream().write(("GET " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nAuthorization: Bearer " + credential
                                + "\r\nAccept: text/event-stream\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                BufferedReader reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 512);
                String line = reader.readLine();
                if (line != null && line.startsWith("HTTP/1.1 200")) {
                    connected.incrementAndGet();
                }
                connecting.release();
                held = false;
                follow(reader);
            } finally {
                if (held) {
                    connecting.release();
                }
            }
        } catch (IOException | InterruptedException gone) {
            // Whoever was not told the end is missing in the count.
        } finally {
            ended.countDown();
        }
    }

    private void follow(BufferedReader reader) throws IOException {
        boolean comment = false;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith(":") && !comment) {
                comment = true;
                greeted.incrementAndGet();
            }
            if (line.startsWith("event:") && ends.contains(line.substring("event:".length()).strip())) {
                told.incrementAndGet();
                return;
            }
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
