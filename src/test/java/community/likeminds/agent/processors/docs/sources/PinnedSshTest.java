package community.likeminds.agent.processors.docs.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.processors.docs.sources.web.HostGuard;
import community.likeminds.agent.shared.AgentException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinnedSshTest {

    private int lookups;

    /** One public name, one private name, and one that is public only when it is asked for the first time. */
    private InetAddress[] lookUp(String host) throws UnknownHostException {
        lookups++;
        return switch (host) {
            case "code.example.org" -> new InetAddress[] {InetAddress.getByName("93.184.216.34")};
            case "intranet.example.org" -> new InetAddress[] {InetAddress.getByName("10.1.2.3")};
            case "turning.example.org" -> new InetAddress[] {InetAddress.getByName(lookups == 1 ? "93.184.216.34" : "127.0.0.1")};
            case "127.0.0.1", "::1", "169.254.169.254" -> new InetAddress[] {InetAddress.getByName(host)};
            default -> throw new UnknownHostException(host);
        };
    }

    private Map<String, String> environment(String address, String... allowed) {
        return new PinnedSsh(new HostGuard(List.of(allowed), this::lookUp)).environment(GitLocation.of(address), Map.of());
    }

    @Test
    void gitGoesWhereTheNameLedWhenItWasLookedAt() {
        String wanted = "ssh -o BatchMode=yes -o HostName=93.184.216.34 -o HostKeyAlias='code.example.org'";
        assertThat(environment("git@code.example.org:team/docs.git#main")).containsOnly(Map.entry("GIT_SSH_COMMAND", wanted));
        assertThat(environment("ssh://git@code.example.org/team/docs.git")).containsValue(wanted);
        assertThat(environment("ssh://code.example.org:2222/docs.git")).containsValue(
                "ssh -o BatchMode=yes -o HostName=93.184.216.34 -o HostKeyAlias='[code.example.org]:2222'");
        lookups = 0;
        assertThat(environment("git@turning.example.org:docs.git").get("GIT_SSH_COMMAND")).contains("HostName=93.184.216.34");
        assertThat(lookups).as("nobody asks again").isEqualTo(1);
    }

    @Test
    void theUsersOwnCommandStays() {
        PinnedSsh ssh = new PinnedSsh(new HostGuard(List.of(), this::lookUp));
        assertThat(ssh.environment(GitLocation.of("git@code.example.org:docs.git"), Map.of("GIT_SSH_COMMAND", "ssh -i key")).get("GIT_SSH_COMMAND"))
                .startsWith("ssh -i key -o HostName=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"git@intranet.example.org:docs.git", "ssh://git@127.0.0.1/docs.git", "ssh://git@127.0.0.1:2222/docs.git", "ssh://[::1]:22/docs.git",
        "git@169.254.169.254:docs.git"})
    void privateHostsAreRefused(String address) {
        assertThatThrownBy(() -> environment(address)).isInstanceOfSatisfying(AgentException.class, refused -> assertThat(refused.code()).isEqualTo("source-refused"));
    }

    @Test
    void privateHostsThatAreNamedAreRead() {
        assertThat(environment("git@intranet.example.org:docs.git", "intranet.example.org").get("GIT_SSH_COMMAND")).contains("HostName=10.1.2.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssh://git@$(touch${IFS}x)/docs.git", "ssh://git@a;b/docs.git", "ssh://git@-oProxyCommand=x/docs.git", "ssh://git@a'b/docs.git", "ssh://git@/docs.git"})
    void whatAShellWouldUnderstandIsNoHost(String address) {
        assertThatThrownBy(() -> environment(address)).isInstanceOfSatisfying(AgentException.class, refused -> assertThat(refused.code()).isEqualTo("source-invalid"));
    }

    @Test
    void namesOfTheUsersOwnSettingsAreLeftToSsh() {
        assertThat(environment("git@work:docs.git")).isEmpty();
        assertThat(environment("file:///srv/docs.git")).isEmpty();
    }
}
