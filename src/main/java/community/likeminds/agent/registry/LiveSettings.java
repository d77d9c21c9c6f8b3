package community.likeminds.agent.registry;

import java.util.function.Supplier;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/**
 * Settings as they are now: shared ones may change while the process runs. What cannot be used leaves them as they were.
 *
 * @param <T> a record of settings that are all safe to change
 */
public final class LiveSettings<T> implements Supplier<T> {

    private final String prefix;
    private final Class<T> type;
    private final Environment environment;
    private volatile T now;

    /** @param prefix without a dot at its end */
    public LiveSettings(String prefix, Class<T> type, T start, Environment environment) {
        this.prefix = prefix;
        this.type = type;
        this.environment = environment;
        this.now = start;
    }

    @Override
    public T get() {
        return now;
    }

    @EventListener
    void changed(SettingsChanged change) {
        if (change.below(prefix + ".")) {
            now = Binder.get(environment).bindOrCreate(prefix, type);
        }
    }
}
