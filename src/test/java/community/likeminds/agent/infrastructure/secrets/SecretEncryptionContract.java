package community.likeminds.agent.infrastructure.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What holds wherever the keys are. */
public abstract class SecretEncryptionContract {

    private static final TenantId ACME = new TenantId("acme");

    private final SecretEncryption secrets;
    private final KeyProtection protection;
    private final Runnable newKey;
    private final boolean retires;

    /** @param newKey makes a new key current; the old one stays known; @param retires whether a key can be taken away from here */
    protected SecretEncryptionContract(KeyProtection protection, Runnable newKey, boolean retires) {
        this.protection = protection;
        this.retires = retires;
        this.secrets = new EnvelopeEncryption(protection);
        this.newKey = newKey;
    }

    @Test
    void aValueComesBackAsItWas() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            String value = random.ints(random.nextInt(300), 1, 0xD7FF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String encrypted = secrets.encrypt(ACME, "run/1/KEY", value);
            assertThat(encrypted).isPrintable().matches(SecretEncryption::encrypted);
            assertThat(secrets.decrypt(ACME, "run/1/KEY", encrypted)).as("seed " + seed).isEqualTo(value);
        }
    }

    @Test
    void nothingOfAValueCanBeSeenAndNoTwoAreAlike() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            String encrypted = secrets.encrypt(ACME, "n", "the-value-of-the-key");
            assertThat(encrypted).doesNotContain("the-value");
            seen.add(encrypted);
        }
        assertThat(seen).hasSize(10);
    }

    @Test
    void aValueBelongsToItsOrganisationAndName() {
        String encrypted = secrets.encrypt(ACME, "ab", "value");
        unreadable(() -> secrets.decrypt(new TenantId("acm"), "eab", encrypted));
        unreadable(() -> secrets.decrypt(new TenantId("other"), "ab", encrypted));
        unreadable(() -> secrets.decrypt(ACME, "abc", encrypted));
    }

    @Test
    void noCharacterCanBeChanged() {
        String encrypted = secrets.encrypt(ACME, "n", "value");
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            // The last character of a part in base64 may have bits that mean nothing.
            int index = random.nextInt(encrypted.length() - 1);
            if (encrypted.charAt(index + 1) == '.') {
                continue;
            }
            char changed = encrypted.charAt(index) == 'A' ? 'B' : 'A';
            String tampered = encrypted.substring(0, index) + changed + encrypted.substring(index + 1);
            assertThatThrownBy(() -> secrets.decrypt(ACME, "n", tampered))
                    .as(tampered)
                    .isInstanceOfSatisfying(
                            AgentException.class,
                            error -> assertThat(error.code()).isIn("secret-unreadable", "secrets-key-unknown"));
        }
        unreadable(() -> secrets.decrypt(ACME, "n", "value"));
        unreadable(() -> secrets.decrypt(ACME, "n", ""));
    }

    @Test
    void keysChangeAndValuesStay() {
        String old = secrets.encrypt(ACME, "n", "value");
        assertThat(secrets.rewrap(ACME, "n", old)).isEqualTo(old);
        newKey.run();
        assertThat(secrets.decrypt(ACME, "n", old)).isEqualTo("value");
        String rewrapped = secrets.rewrap(ACME, "n", old);
        assertThat(rewrapped).isNotEqualTo(old);
        assertThat(secrets.decrypt(ACME, "n", rewrapped)).isEqualTo("value");
        assertThat(secrets.rewrap(ACME, "n", rewrapped)).isEqualTo(rewrapped);
        unreadable(() -> secrets.rewrap(ACME, "other", old));
    }

    private static void unreadable(Runnable reading) {
        assertThatThrownBy(reading::run)
                .isInstanceOfSatisfying(
                        AgentException.class, error -> assertThat(error.code()).isEqualTo("secret-unreadable"));
    }

    @Test
    void aKeyIsMadeUsedReplacedAndRetired() {
        List<String> before = protection.keys();
        String old = secrets.encrypt(ACME, "n", "value");
        String kept = before.getFirst();
        newKey.run();
        List<String> keys = protection.keys();
        assertThat(keys).hasSize(before.size() + 1).startsWith(keys.getFirst()).endsWith(kept);
        assertThat(keys.getFirst()).isNotEqualTo(kept);
        assertThat(secrets.decrypt(ACME, "n", old)).isEqualTo("value");

        List<String> value = new ArrayList<>(List.of(old));
        EncryptionKeys life = new EnvelopeKeys(protection, secrets, () -> List.of(one(value)));
        assertThat(life.list(Progress.NONE)).extracting(key -> key.id() + " " + key.current() + " " + key.total())
                .contains(keys.getFirst() + " true 0", kept + " false 1");
        assertThatThrownBy(() -> life.retire(kept, Progress.NONE)).isInstanceOfSatisfying(
                AgentException.class, error -> assertThat(error.code()).isEqualTo("secrets-key-used"));
        assertThatThrownBy(() -> life.retire(keys.getFirst(), Progress.NONE)).isInstanceOfSatisfying(
                AgentException.class, error -> assertThat(error.code()).isEqualTo("secrets-key-current"));

        assertThat(life.rewrap(Progress.NONE).places()).containsEntry("values", new EncryptionKeys.Place(1, 1, 0, 0));
        assertThat(life.rewrap(Progress.NONE).places()).as("again").containsEntry("values", new EncryptionKeys.Place(1, 0, 0, 0));
        assertThat(life.retire(kept, Progress.NONE)).isEqualTo(retires);
        assertThat(secrets.decrypt(ACME, "n", value.getFirst())).isEqualTo("value");
        if (retires) {
            assertThat(protection.keys()).doesNotContain(kept);
            assertThatThrownBy(() -> secrets.decrypt(ACME, "n", old)).isInstanceOf(AgentException.class);
        }
    }

    private static EncryptedValues one(List<String> value) {
        return new EncryptedValues() {
            @Override
            public String place() {
                return "values";
            }

            @Override
            public void each(Consumer<Kept> visitor) {
                visitor.accept(new Kept(ACME, "n", value.getFirst(), text -> value.set(0, text) != null));
            }
        };
    }
}
