package community.likeminds.agent.infrastructure.messaging;

import community.likeminds.agent.shared.Progress;
import java.util.List;

/** Measures queues, each beside what it is built on: inserts into the same database, the broker's own client. */
public interface MessagingBenchmarks {

    /** Sends messages and waits until each was handled, on queues that are removed afterwards. Throws {@code broker-unavailable}. */
    List<Measurement> run(Request request, Progress progress);

    /**
     * @param messages how many, at least 100
     * @param broker address of a RabbitMQ server, or empty to measure the database's queue alone
     */
    record Request(int messages, String broker) {}

    /**
     * One measurement.
     *
     * @param name what was measured
     * @param value the figure
     * @param unit of both values
     * @param peerName what it is compared with
     * @param peerValue the peer's figure, measured in the same run
     * @param note how it was measured
     */
    record Measurement(String name, double value, String unit, String peerName, double peerValue, String note) {}
}
