package community.likeminds.agent.infrastructure.secrets.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.secrets.KeyProtection;
import community.likeminds.agent.infrastructure.secrets.SecretEncryptionContract;
import community.likeminds.agent.shared.AgentException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VaultTransitTest extends SecretEncryptionContract {

    private static final TransitServer SERVER = new TransitServer();

    private final KeyProtection vault = transit(SERVER.url(), TransitServer.TOKEN, "likeminds");

    VaultTransitTest() {
        super(transit(SERVER.url(), TransitServer.TOKEN, "likeminds"), () -> transit(SERVER.url(), TransitServer.TOKEN, "likeminds").rotate(), true);
    }

    private static KeyProtection transit(URI url, String token, String key) {
        return new VaultTransit(new VaultClient(new VaultSettings(url, token, "", Duration.ofSeconds(5))), "transit", key);
    }

    @BeforeEach
    void quiet() {
        SERVER.faults.clear();
        SERVER.calls.clear();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void whatPassesIsTriedAgain() {
        SERVER.faults.add(503);
        SERVER.faults.add(429);
        KeyProtection.Wrapped wrapped = vault.wrap(new byte[32], new byte[] {1});
        assertThat(SERVER.calls).hasSize(3);
        assertThat(vault.unwrap(wrapped, new byte[] {1})).isEqualTo(new byte[32]);
    }

    @Test
    void aSealedVaultIsSaidAfterThreeAttempts() {
        for (int i = 0; i < 3; i++) {
            SERVER.faults.add(503);
        }
        fails(() -> vault.wrap(new byte[32], new byte[0]), "secrets-key-vault-unreachable");
        assertThat(SERVER.calls).hasSize(3);
    }

    @Test
    void aWrongTokenAndAnUnknownKeyAreSaidAtOnce() {
        fails(
                () -> transit(SERVER.url(), "hvs.other", "likeminds").wrap(new byte[32], new byte[0]),
                "secrets-key-vault-refused");
        fails(
                () -> transit(SERVER.url(), TransitServer.TOKEN, "absent").wrap(new byte[32], new byte[0]),
                "secrets-key-unknown");
        assertThat(SERVER.calls).hasSize(2);
    }

    @Test
    void aRedirectIsNotFollowed() {
        SERVER.faults.add(307);
        fails(() -> vault.wrap(new byte[32], new byte[0]), "secrets-key-vault-refused");
        assertThat(SERVER.calls).hasSize(1);
    }

    @Test
    void missingSettingsAreNamed() {
        fails(() -> transit(SERVER.url(), "", "likeminds"), "secrets-key-vault-token");
        fails(() -> transit(URI.create("vault:8200"), "t", "likeminds"), "secrets-key-vault-url");
    }

    private static void fails(Runnable call, String code) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        AgentException.class, error -> assertThat(error.code()).isEqualTo(code));
    }
}
