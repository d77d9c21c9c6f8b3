package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.infrastructure.messaging.TaskBodies;
import community.likeminds.agent.infrastructure.messaging.TaskBodies.Body;
import community.likeminds.agent.infrastructure.secrets.EncryptedValues;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Values of keys that runs in the background were given. */
@Component
class EncryptedOrders implements EncryptedValues {

    private static final int BATCH = 200;

    private final TaskBodies bodies;

    EncryptedOrders(TaskBodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public String place() {
        return "values of runs in the background";
    }

    @Override
    public void each(Consumer<Kept> visitor) {
        List<Body> batch = bodies.after(TaskRuns.TYPE, "", BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(body -> each(body, visitor));
            batch = bodies.after(TaskRuns.TYPE, batch.getLast().id(), BATCH);
        }
    }

    private void each(Body read, Consumer<Kept> visitor) {
        // Values of one order are replaced one after the other.
        AtomicReference<Body> now = new AtomicReference<>(read);
        RunOrder order = RunOrder.parse(read.text());
        order.values().forEach((name, value) -> visitor.accept(
                new Kept(read.tenant(), RunOrder.name(order.ref(), name), value, text -> replace(now, name, text))));
    }

    private boolean replace(AtomicReference<Body> now, String name, String value) {
        Body before = now.get();
        RunOrder order = RunOrder.parse(before.text());
        Map<String, String> values = new TreeMap<>(order.values());
        values.put(name, value);
        String text = order.withSealed(values).text();
        boolean replaced = bodies.replace(before, text);
        if (replaced) {
            now.set(new Body(before.tenant(), before.id(), text));
        }
        return replaced;
    }
}
