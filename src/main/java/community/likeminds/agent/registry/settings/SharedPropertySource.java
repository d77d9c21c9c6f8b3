package community.likeminds.agent.registry.settings;

import community.likeminds.agent.registry.SharedSettings.Decryption;
import community.likeminds.agent.registry.settings.ConsulSettings.State;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;

/** The shared settings as they were last read. */
public final class SharedPropertySource extends EnumerablePropertySource<ConsulSettings> {

    private final Decryption decryption;
    /** What was decrypted, by the setting: they are asked for again and again, and the key may lie in another server. */
    private final Map<String, Decrypted> readable = new ConcurrentHashMap<>();
    private volatile State state = new State(Map.of(), "");

    public SharedPropertySource(ConsulSettings consul, Decryption decryption) {
        super("Consul", consul);
        this.decryption = decryption;
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
        String value = state.values().get(name);
        return value != null && decryption.encrypted(value) ? decrypted(name, value) : value;
    }

    /** Where the key lies is a setting too, so that others may be asked for meanwhile. */
    private String decrypted(String name, String value) {
        Decrypted known = readable.get(name);
        if (known == null || !known.value.equals(value)) {
            known = new Decrypted(value, decryption.decrypt(name, value));
            readable.put(name, known);
        }
        return known.plain;
    }

    private record Decrypted(String value, String plain) {}

    /** Whether a setting is kept encrypted, so that nobody may be shown it. */
    public boolean encrypted(String name) {
        String value = state.values().get(name);
        return value != null && decryption.encrypted(value);
    }

    /** What is kept encrypted, as it is kept. */
    public Map<String, String> encrypted() {
        Map<String, String> values = new TreeMap<>(state.values());
        values.values().removeIf(value -> !decryption.encrypted(value));
        return values;
    }
}
