package community.likeminds.agent.cli.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * Sends requests at fixed times, whether the ones before are answered or not, and counts from when each should have been sent: a server that
 * stalls is not asked less for it.
 */
final class OpenLoop implements AutoCloseable {

    private static final int MOST_AT_ONCE = 1000;

    private final String credential;
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicReference<String> said = new AtomicReference<>("");
    private final CloseableHttpClient http = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create().setMaxConnTotal(MOST_AT_ONCE).setMaxConnPerRoute(MOST_AT_ONCE).build())
            .disableAutomaticRetries()
            .disableCookieManagement()
            .build();

    /** @param credential for the {@code Authorization} header */
    OpenLoop(String credential) {
        this.credential = credential;
    }

    /** How many requests failed since it was made. */
    int failed() {
        return failed.get();
    }

    /** What the last one that failed was told, or empty. */
    String said() {
        return said.get();
    }

    /** Milliseconds of each request, in ascending order; failed ones count as long as they took. */
    double[] run(URI address, int perSecond, Duration length) throws InterruptedException {
        int requests = (int) (perSecond * length.toMillis() / 1000);
        double[] millis = new double[requests];
        long between = 1_000_000_000L / perSecond;
        long begun = System.nanoTime() + 10_000_000;
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int index = 0; index < requests; index++) {
                long intended = begun + index * between;
                for (long left = intended - System.nanoTime(); left > 0; left = intended - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                    if (Thread.interrupted()) {
                        senders.shutdownNow();
                        throw new InterruptedException();
                    }
                }
                int place = index;
                senders.execute(() -> {
                    send(address);
                    millis[place] = (System.nanoTime() - intended) / 1e6;
                });
            }
        }
        Arrays.sort(millis);
        return millis;
    }

    private void send(URI address) {
        HttpGet request = new HttpGet(address);
        request.setHeader("Authorization", "Bearer " + credential);
        try {
            http.execute(request, answer -> {
                String body = EntityUtils.toString(answer.getEntity());
                if (answer.getCode() != 200) {
                    failed.incrementAndGet();
                    said.set(body);
                }
                return body.length();
            });
        } catch (IOException broken) {
            failed.incrementAndGet();
            said.set(broken.toString());
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
