package community.likeminds.agent.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "203.0.113.9 | 1.2.3.4               | 203.0.113.9",
        "10.1.2.3    | 1.2.3.4               | 1.2.3.4",
        "10.1.2.3    | 6.6.6.6, 1.2.3.4      | 1.2.3.4",
        "10.1.2.3    | 1.2.3.4, 10.9.9.9     | 1.2.3.4",
        "10.1.2.3    | 1.2.3.4, evil.example | 10.1.2.3",
        "10.1.2.3    | 2001:db8::5           | 2001:db8::5",
        "11.1.2.3    | 1.2.3.4               | 11.1.2.3",
        "192.168.0.1 | 1.2.3.4               | 1.2.3.4"
    })
    void onlyTrustedProxiesAreBelieved(String peer, String told, String client) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        request.addHeader("X-Forwarded-For", told);
        assertThat(new ClientAddress(List.of("10.0.0.0/8", "192.168.0.1")).of(request).getRemoteAddr()).isEqualTo(client);
    }
}
