package community.likeminds.agent.infrastructure.secrets.keys;

import community.likeminds.agent.infrastructure.secrets.KeyProtection;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** Keys of the environment, which nobody but whoever starts the processes can change. */
final class FixedKeys implements KeySource {

    private final Supplier<KeyRing> ring;

    FixedKeys(List<String> entries) {
        this.ring = SingletonSupplier.of(
                () -> KeyRing.of(entries.stream().filter(key -> !key.isBlank()).toList(), "LIKEMINDS_SECRETS_KEY"));
    }

    @Override
    public KeyRing get() {
        return ring.get();
    }

    @Override
    public KeyProtection.NewKey add() {
        KeyRing more = get().withNew();
        return new KeyProtection.NewKey(more.current(), more.entries().getFirst());
    }

    @Override
    public boolean remove(String id) {
        return false;
    }
}
