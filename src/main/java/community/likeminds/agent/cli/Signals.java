package community.likeminds.agent.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends a command before the virtual machine ends. Its shutdown hooks run all at once, the embedded database's own among them, which would close it
 * while the command is still tidying up.
 */
final class Signals {

    private static final long CLEAN_UP_SECONDS = 20;
    /** As shells count: what a signal has ended says so by its number. */
    private static final int SIGNALLED = 128;

    private final Thread worker;
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicInteger received = new AtomicInteger();

    private Signals(Thread worker) {
        this.worker = worker;
    }

    /** Whatever ends the process from outside from now on interrupts the thread, which has some time to tidy up. */
    static Signals interrupting(Thread worker) {
        Signals signals = new Signals(worker);
        for (String name : new String[] {"HUP", "INT", "TERM"}) {
            try {
                sun.misc.Signal.handle(new sun.misc.Signal(name), signal -> signals.received(signal.getNumber()));
            } catch (IllegalArgumentException unknown) {
                // Not on every system, and not with -Xrs; the hook below is left then.
                continue;
            }
        }
        Runtime.getRuntime().addShutdownHook(new Thread(signals::interrupt, "interrupted-command"));
        return signals;
    }

    /** Told when the command has ended; returns the status to exit with. */
    int ended(int status) {
        done.countDown();
        int signal = received.get();
        return signal == 0 ? status : SIGNALLED + signal;
    }

    private void received(int signal) {
        if (received.compareAndSet(0, signal) && !interrupt()) {
            System.exit(SIGNALLED + signal);
        }
    }

    /** True when the command has ended in time. */
    private boolean interrupt() {
        if (done.getCount() == 0) {
            return true;
        }
        worker.interrupt();
        try {
            if (done.await(CLEAN_UP_SECONDS, TimeUnit.SECONDS)) {
                return true;
            }
            System.err.println("The command did not end in time; the next one on this project cleans up after it.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
