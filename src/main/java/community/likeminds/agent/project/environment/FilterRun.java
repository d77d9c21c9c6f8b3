package community.likeminds.agent.project.environment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Feeds a process and reads both of its outputs at once, so that none of the three can block the others. */
final class FilterRun {

    private static final Logger LOG = LoggerFactory.getLogger(FilterRun.class);
    private static final int LARGEST = 32_000_000;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Thread[] threads;

    FilterRun(Process process, byte[] input) {
        threads = new Thread[] {
            Thread.ofPlatform().daemon().name("input of a filter").start(() -> feed(process.getOutputStream(), input)),
            Thread.ofPlatform().daemon().name("output of a filter").start(() -> read(process.getInputStream(), output)),
            Thread.ofPlatform().daemon().name("errors of a filter").start(() -> read(process.getErrorStream(), errors))
        };
    }

    private static void feed(OutputStream stream, byte[] input) {
        try (stream) {
            stream.write(input);
        } catch (IOException closed) {
            LOG.debug("A filter ended before it had read its input: {}", closed.getMessage());
        }
    }

    private static void read(InputStream stream, ByteArrayOutputStream into) {
        byte[] buffer = new byte[16_384];
        try (stream) {
            for (int read; (read = stream.read(buffer)) >= 0; ) {
                if (into.size() < LARGEST) {
                    into.write(buffer, 0, read);
                }
            }
        } catch (IOException closed) {
            LOG.debug("The output of a filter was cut off: {}", closed.getMessage());
        }
    }

    /** What was written once the process has ended. */
    Commands.Filtered result(int exit, long millis) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(2_000);
        }
        return new Commands.Filtered(exit, output.toByteArray(), OutputTail.plain(errors.toString(StandardCharsets.UTF_8)), millis);
    }
}
