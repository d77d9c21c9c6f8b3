package community.likeminds.agent.infrastructure.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class LimitedBodyTests {

    @Test
    void aBodyThatDoesNotTellItsLengthEndsAtTheLimit() throws IOException {
        assertThat(new LimitedBody(request(3000), 3000, Duration.ofMinutes(1)).getInputStream().readAllBytes())
                .hasSize(3000);
        assertThatThrownBy(() -> new LimitedBody(request(3000), 2999, Duration.ofMinutes(1)).getReader().readLine())
                .isInstanceOf(LimitedBody.TooLarge.class);
    }

    private static MockHttpServletRequest request(int bytes) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContent(new byte[bytes]);
        return request;
    }
}
