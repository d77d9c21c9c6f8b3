package community.likeminds.agent.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every server that {@code dev/services} knows starts, answers, stops and starts again where it was. */
class RealServicesTest {

    @ParameterizedTest
    @ValueSource(strings = {"chroma", "postgresql", "redis", "rabbitmq", "s3", "consul"})
    void startsStopsAndStartsAgain(String name) throws IOException {
        try (RealService service = RealService.start(name)) {
            URI first = service.url();
            assertThat(answers(first)).isTrue();

            service.stop();
            assertThat(answers(first)).isFalse();

            service.startAgain();
            assertThat(service.url()).isEqualTo(first);
            assertThat(answers(first)).isTrue();
        }
    }

    private static boolean answers(URI address) {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
