package community.likeminds.agent.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ServeCommandTests {

    @Test
    void aTakenOrImpossiblePortIsSaidBeforeTheServerStarts() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int port : new int[] {taken.getLocalPort(), 70_000}) {
                assertThatThrownBy(() -> ServeCommand.requireFree(port))
                        .isInstanceOfSatisfying(AgentException.class, error -> {
                            assertThat(error.code()).isEqualTo("port-in-use");
                            assertThat(error.fact()).contains(Integer.toString(port));
                        });
            }
        }
    }
}
