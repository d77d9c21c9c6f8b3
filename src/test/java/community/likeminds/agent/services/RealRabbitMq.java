package community.likeminds.agent.services;

/** Gives tests a RabbitMQ broker. */
public final class RealRabbitMq extends RealServer {

    public RealRabbitMq() {
        super("rabbitmq");
    }
}
