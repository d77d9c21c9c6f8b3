package community.likeminds.agent.infrastructure.messaging.tasks;

import community.likeminds.agent.infrastructure.messaging.EventBus;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.TaskHandler;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class TasksConfiguration {

    @Bean
    TaskTable taskTable(JdbcTemplate jdbc) {
        return new TaskTable(jdbc, Clock.systemUTC());
    }

    @Bean
    QueuedTasks tasks(TaskTable table, MessageQueue queues, PlatformTransactionManager transactions) {
        return new QueuedTasks(table, queues, transactions);
    }

    /** Made eagerly by a server only: a single command does its work itself. */
    @Bean(initMethod = "start", destroyMethod = "close")
    TaskWorkers taskWorkers(
            ObjectProvider<TaskHandler> handlers,
            TaskTable table,
            MessageQueue queues,
            EventBus events,
            PlatformTransactionManager transactions) {
        return new TaskWorkers(
                handlers.orderedStream().map(handler -> new TaskWorker(handler, table, events, transactions)).toList(), queues);
    }
}
