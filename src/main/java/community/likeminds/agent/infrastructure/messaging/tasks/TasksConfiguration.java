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
    JdbcTaskBodies taskBodies(JdbcTemplate jdbc) {
        return new JdbcTaskBodies(jdbc);
    }

    @Bean
    TaskEvents taskEvents(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new TaskEvents(jdbc, transactions);
    }

    /** A command that does its work itself needs neither queues nor events before the work ends. */
    @Bean
    Ending taskEnding(TaskTable table, ObjectProvider<EventBus> bus, PlatformTransactionManager transactions) {
        return new Ending(table, bus::getObject, transactions);
    }

    @Bean
    QueuedTasks tasks(
            TaskTable table, TaskEvents events, Ending ending, ObjectProvider<MessageQueue> queues, PlatformTransactionManager transactions) {
        return new QueuedTasks(table, events, ending, queues::getObject, transactions);
    }

    /** Made eagerly by a server only: a single command does its work itself. */
    @Bean(initMethod = "start", destroyMethod = "close")
    TaskWorkers taskWorkers(
            ObjectProvider<TaskHandler> handlers, TaskTable table, TaskEvents events, Ending ending, MessageQueue queues) {
        return new TaskWorkers(
                handlers.orderedStream().map(handler -> new TaskWorker(handler, table, events, ending, queues)).toList());
    }
}
