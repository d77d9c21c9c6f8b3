package community.likeminds.agent.infrastructure.messaging.jdbc;

import community.likeminds.agent.infrastructure.messaging.Consumption;
import community.likeminds.agent.infrastructure.messaging.MessageHandler;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.NewMessage;
import community.likeminds.agent.infrastructure.messaging.deadletter.DeadLetterHandler;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A queue as a table that consumers of all processes take rows from with {@code SKIP LOCKED}. */
public final class JdbcMessageQueue implements MessageQueue {

    private final MessageTable table;
    private final DeadLetterHandler deadLetters;
    private final Map<String, Set<JdbcSubscription>> subscriptions = new ConcurrentHashMap<>();

    public JdbcMessageQueue(JdbcTemplate jdbc, PlatformTransactionManager transactions, DeadLetterHandler deadLetters, Clock clock) {
        this.table = new MessageTable(jdbc, transactions, clock);
        this.deadLetters = deadLetters;
    }

    @Override
    public List<String> sendAll(String queue, List<NewMessage> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        List<String> ids = MessageTable.ids(messages);
        table.insert(queue, ids, messages);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    wake(queue);
                }
            });
        } else {
            wake(queue);
        }
        return ids;
    }

    /** Consumers in this process need not wait until they look again. */
    private void wake(String queue) {
        subscriptions.getOrDefault(queue, Set.of()).forEach(JdbcSubscription::wake);
    }

    @Override
    public Subscription consume(String queue, Consumption how, MessageHandler handler) {
        Set<JdbcSubscription> all = subscriptions.computeIfAbsent(queue, name -> ConcurrentHashMap.newKeySet());
        JdbcSubscription subscription = new JdbcSubscription(queue, how, handler, table, deadLetters, all::remove);
        all.add(subscription);
        subscription.start();
        return subscription;
    }

    @Override
    public Depth depth(String queue) {
        return table.depth(queue);
    }
}
