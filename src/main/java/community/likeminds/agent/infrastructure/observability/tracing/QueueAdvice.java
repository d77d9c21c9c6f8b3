package community.likeminds.agent.infrastructure.observability.tracing;

import community.likeminds.agent.infrastructure.messaging.MessageHandler;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.NewMessage;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Messages carry the trace they were sent in; handling them goes on with it, in whatever process that is. */
final class QueueAdvice implements Advice {

    /** Header that says from when on a message could be taken, in milliseconds of the epoch. */
    private static final String DUE = "due-at";

    private final Supplier<ObservationRegistry> registry;
    private final ConsumedQueues queues;

    QueueAdvice(Supplier<ObservationRegistry> registry, ConsumedQueues queues) {
        this.registry = registry;
        this.queues = queues;
    }

    @Override
    public Class<?> type() {
        return MessageQueue.class;
    }

    @Override
    public @Nullable Object around(Method method, Object[] arguments, Call call, Object bean) throws Throwable {
        return switch (method.getName()) {
            case "send", "sendAll" -> send(arguments, call);
            case "consume" -> call.proceed(new Object[] {arguments[0], arguments[1], continuing((String) arguments[0], (MessageHandler) arguments[2])});
            default -> call.proceed(arguments);
        };
    }

    private @Nullable Object send(Object[] arguments, Call call) throws Throwable {
        TraceHeaders.Sending sending = TraceHeaders.sending("likeminds.queue.send", Kind.PRODUCER, registry.get());
        sending.observation().lowCardinalityKeyValue("queue", (String) arguments[0]);
        // Headers are known once the observation has started, so what is sent is made then.
        return Advice.observed(
                sending.observation(),
                arguments,
                handed -> call.proceed(new Object[] {handed[0], marked(handed[1], sending.headers())}),
                (observation, result) -> {});
    }

    private static Object marked(Object messages, Map<String, String> headers) {
        return switch (messages) {
            case NewMessage one -> marked(one, headers);
            case List<?> several -> several.stream().map(one -> marked((NewMessage) one, headers)).toList();
            default -> messages;
        };
    }

    private static NewMessage marked(NewMessage message, Map<String, String> headers) {
        Map<String, String> both = new HashMap<>(headers);
        both.put(DUE, Long.toString(System.currentTimeMillis() + message.delay().toMillis()));
        both.putAll(message.headers());
        return message.with(both);
    }

    private MessageHandler continuing(String queue, MessageHandler handler) {
        queues.consumed(queue);
        return message -> {
            if (message.attempt() == 1) {
                queues.waited(queue, message.headers().get(DUE));
            }
            Observation observation = TraceHeaders.receiving("likeminds.queue.handle", message.headers(), registry.get())
                    .lowCardinalityKeyValue("queue", queue)
                    .highCardinalityKeyValue("message.id", message.id())
                    .highCardinalityKeyValue("message.attempt", Integer.toString(message.attempt()));
            observation.observeChecked(() -> handler.handle(message));
        };
    }
}
