package community.likeminds.agent.infrastructure.observability.tracing;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** Observations whose trace context leaves this process, or came from another one, as W3C headers. */
final class TraceHeaders {

    private TraceHeaders() {}

    /** What is sent, with the headers that it is to carry once the observation has started. */
    record Sending(Observation observation, Map<String, String> headers) {}

    static Sending sending(String name, Kind kind, ObservationRegistry registry) {
        Map<String, String> headers = new LinkedHashMap<>();
        SenderContext<Map<String, String>> context = new SenderContext<>((carrier, key, value) -> {
            if (carrier != null) {
                carrier.put(key, value);
            }
        }, kind);
        context.setCarrier(headers);
        return new Sending(Observation.createNotStarted(name, () -> context, registry).lowCardinalityKeyValue("outcome", "done"), headers);
    }

    static Observation receiving(String name, Map<String, String> headers, ObservationRegistry registry) {
        ReceiverContext<Map<String, String>> context = new ReceiverContext<>((carrier, key) -> carrier.get(key), Kind.CONSUMER);
        context.setCarrier(headers);
        return Observation.createNotStarted(name, () -> context, registry).lowCardinalityKeyValue("outcome", "done");
    }
}
