package community.likeminds.agent.processors.docs.sources.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostGuardTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255",
        "198.18.0.1", "::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
        "2001:0:1::", "2001:db8::1", "::127.0.0.1", "fec0::1"})
    void knowsWhatIsPrivate(String address) throws UnknownHostException {
        InetAddress found = InetAddress.getByName(address);
        assertThat(HostGuard.isPrivate(found)).isTrue();
        HostGuard guard = new HostGuard(List.of("Docs.Corp"), host -> new InetAddress[] {found});
        assertThatThrownBy(() -> guard.resolve("docs.example")).isInstanceOf(HostGuard.PrivateHostException.class);
        assertThat(guard.resolve("docs.corp")).containsExactly(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1", "64:ff9b::101:101", "2002:101:101::"})
    void knowsWhatIsPublic(String address) throws UnknownHostException {
        assertThat(HostGuard.isPrivate(InetAddress.getByName(address))).isFalse();
    }
}
