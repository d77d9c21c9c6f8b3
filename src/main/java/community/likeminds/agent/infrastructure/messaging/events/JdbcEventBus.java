package community.likeminds.agent.infrastructure.messaging.events;

import community.likeminds.agent.infrastructure.messaging.Consumption;
import community.likeminds.agent.infrastructure.messaging.EventBus;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.deadletter.DeadLetterHandler;
import community.likeminds.agent.shared.TenantId;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Events as rows that nobody removes on reading, so that many can read them, and late ones too. */
public final class JdbcEventBus implements EventBus {

    private final EventLog log;
    private final MessageQueue queues;
    private final DeadLetterHandler deadLetters;
    private final Set<EventReader> readers = ConcurrentHashMap.newKeySet();

    /** @param queues over which an event that had become a dead letter comes to its consumer again */
    public JdbcEventBus(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            MessageQueue queues,
            DeadLetterHandler deadLetters,
            Clock clock) {
        this.log = new EventLog(jdbc, transactions, clock);
        this.queues = queues;
        this.deadLetters = deadLetters;
    }

    @Override
    public void publish(TenantId tenant, String type, String body) {
        log.append(tenant, type, body);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    wake();
                }
            });
        } else {
            wake();
        }
    }

    private void wake() {
        readers.forEach(EventReader::wake);
    }

    @Override
    public MessageQueue.Subscription subscribe(String consumer, Set<String> types, From from, EventHandler handler) {
        log.register(consumer, from);
        EventReader reader = new EventReader(consumer, types, handler, log, deadLetters, readers::remove);
        readers.add(reader);
        reader.start();
        MessageQueue.Subscription redriven = queues.consume(
                EventReader.queue(consumer), Consumption.of(1), message -> handler.handle(EventReader.event(message)));
        return () -> {
            redriven.close();
            reader.close();
        };
    }
}
