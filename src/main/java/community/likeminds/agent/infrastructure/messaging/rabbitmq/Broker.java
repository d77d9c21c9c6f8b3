package community.likeminds.agent.infrastructure.messaging.rabbitmq;

import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeoutException;

/** How the broker is reached. */
final class Broker {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int HEARTBEAT_SECONDS = 10;

    private final ConnectionFactory factory = new ConnectionFactory();
    private final URI address;

    /**
     * @param address {@code amqp://host:port/virtual-host}, {@code amqps} for TLS; a user and password within it are taken before the two others
     */
    Broker(URI address, String user, String password) {
        this.address = address;
        try {
            factory.setUri(address);
        } catch (URISyntaxException | GeneralSecurityException | IllegalArgumentException wrong) {
            String where = address.toString().replaceFirst("//[^/@]*@", "//");
            throw new IllegalArgumentException("The broker's address " + where + " cannot be used: " + wrong.getMessage(), wrong);
        }
        if (address.getRawUserInfo() == null) {
            factory.setUsername(user);
            factory.setPassword(password);
        }
        factory.setConnectionTimeout(CONNECT_MILLIS);
        factory.setHandshakeTimeout(CONNECT_MILLIS);
        factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
        // Whoever holds a connection opens it again itself and knows then what was not settled.
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
    }

    Connection connect(String name) throws IOException {
        try {
            return factory.newConnection(name);
        } catch (TimeoutException slow) {
            throw new IOException("The broker at " + address.getHost() + " does not answer.", slow);
        }
    }

    /** What a person is told: whether there is no broker, or one that does not let this user in. */
    static AgentException unavailable(Exception away) {
        boolean refused = away instanceof AuthenticationFailureException || away instanceof PossibleAuthenticationFailureException;
        return new AgentException(
                AgentException.Kind.UNAVAILABLE, "broker-unavailable",
                refused ? "The message broker refuses the user or the password." : "The message broker does not answer.",
                refused
                        ? "Name them in the broker's address (amqp://user:password@host), or in likeminds.messaging.rabbitmq.user and .password."
                        : "Check that RabbitMQ runs and that its address is right.",
                away);
    }
}
