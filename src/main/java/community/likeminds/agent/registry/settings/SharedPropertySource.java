package community.likeminds.agent.registry.settings;

import community.likeminds.agent.registry.settings.ConsulSettings.State;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;

/** The shared settings as they were last read. */
public final class SharedPropertySource extends EnumerablePropertySource<ConsulSettings> {

    private volatile State state = new State(Map.of(), "");

    public SharedPropertySource(ConsulSettings consul) {
        super("Consul", consul);
    }

    /** Reads them once. Throws {@code settings-unavailable}. */
    public void load() {
        try {
            state = source.read("");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until they change, or some time; returns the names of those that did. Throws {@code settings-unavailable}. */
    Set<String> next() throws InterruptedException {
        State before = state;
        State now = source.read(before.index());
        state = now;
        Set<String> names = new HashSet<>(before.values().keySet());
        names.addAll(now.values().keySet());
        names.removeIf(name -> Objects.equals(before.values().get(name), now.values().get(name)));
        return new TreeSet<>(names);
    }

    @Override
    public String[] getPropertyNames() {
        return state.values().keySet().toArray(String[]::new);
    }

    @Override
    public @Nullable Object getProperty(String name) {
        return state.values().get(name);
    }
}
