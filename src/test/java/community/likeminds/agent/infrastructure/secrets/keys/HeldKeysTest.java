package community.likeminds.agent.infrastructure.secrets.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.secrets.AesGcm;
import community.likeminds.agent.infrastructure.secrets.KeyProtection;
import community.likeminds.agent.infrastructure.secrets.SecretEncryptionContract;
import community.likeminds.agent.shared.AgentException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldKeysTest extends SecretEncryptionContract {

    private static final List<String> KEYS = new ArrayList<>();

    @TempDir
    Path folder;

    HeldKeysTest() {
        super(fresh(), () -> KEYS.addFirst("k" + (KEYS.size() + 1) + ":" + key()), false);
    }

    private static KeyProtection fresh() {
        KEYS.clear();
        KEYS.add("k1:" + key());
        return new HeldKeys(changing(() -> KeyRing.of(KEYS, "The test")));
    }

    /** The environment of a process as it is after the next start. */
    private static KeySource changing(Supplier<KeyRing> now) {
        return new KeySource() {
            @Override
            public KeyRing get() {
                return now.get();
            }

            @Override
            public KeyProtection.NewKey add() {
                return new FixedKeys(KEYS).add();
            }

            @Override
            public boolean remove(String id) {
                return new FixedKeys(KEYS).remove(id);
            }
        };
    }

    @Test
    void aNewKeyOfTheEnvironmentIsSaidAndOpensWhatItCloses() {
        KeyProtection before = new HeldKeys(new FixedKeys(List.of("k7:" + key(), "old:" + key())));
        KeyProtection.NewKey made = before.rotate();
        assertThat(made.id()).isEqualTo("k8");
        assertThat(made.toString()).isEqualTo("NewKey[k8]");
        assertThat(before.keys()).containsExactly("k7", "old");
        assertThat(new HeldKeys(new FixedKeys(List.of(made.setting()))).keys()).containsExactly("k8");
        assertThat(before.retire("old")).isFalse();
    }

    private static String key() {
        return Base64.getEncoder().encodeToString(AesGcm.random(32));
    }

    @Test
    void aFileIsMadeOnceAndForItsOwnerOnly() throws Exception {
        Path file = folder.resolve("secrets.keys");
        KeyFile keys = new KeyFile(() -> file, true);
        KeyRing first = keys.get();
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(new KeyFile(() -> file, true).get()).isEqualTo(first);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        assertThat(first.toString()).isEqualTo("KeyRing[k1]");
    }

    @Test
    void aNamedFileIsNotMadeAndMustBePrivate() throws Exception {
        Path file = folder.resolve("named");
        assertThatThrownBy(() -> new KeyFile(() -> file, false).get())
                .isInstanceOfSatisfying(
                        AgentException.class, error -> assertThat(error.code()).isEqualTo("secrets-key-file-unreadable"));
        Files.writeString(file, "k1:" + key() + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> new KeyFile(() -> file, false).get())
                .isInstanceOfSatisfying(
                        AgentException.class, error -> assertThat(error.code()).isEqualTo("secrets-key-file-open"));
    }

    @Test
    void aKeyThatIsGoneIsNamed() {
        KeyProtection before = new HeldKeys(new FixedKeys(List.of("old:" + key())));
        KeyProtection after = new HeldKeys(new FixedKeys(List.of("new:" + key())));
        KeyProtection.Wrapped wrapped = before.wrap(new byte[32], new byte[0]);
        assertThatThrownBy(() -> after.unwrap(wrapped, new byte[0]))
                .isInstanceOfSatisfying(AgentException.class, error -> {
                    assertThat(error.code()).isEqualTo("secrets-key-unknown");
                    assertThat(error.fact()).contains("'old'");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k1", "k1:", "k1:c2hvcnQ=", "k1:%%%", ":c2hvcnQ=", "a b:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void whatIsNoKeyIsRefused(String entry) {
        assertThatThrownBy(() -> KeyRing.of(List.of(entry), "LIKEMINDS_SECRETS_KEY"))
                .isInstanceOfSatisfying(
                        AgentException.class, error -> assertThat(error.code()).isEqualTo("secrets-key-invalid"));
        assertThatThrownBy(() -> KeyRing.of(List.of(), "LIKEMINDS_SECRETS_KEY"))
                .isInstanceOfSatisfying(
                        AgentException.class, error -> assertThat(error.code()).isEqualTo("secrets-key-missing"));
    }
}
