/** Messages between roles: queues that lose nothing, events with several consumers, durable tasks, and what became of dead letters. */
@NullMarked
@ApplicationModule(
        id = "infrastructure.messaging",
        allowedDependencies = {"shared", "infrastructure.auth", "infrastructure.storage", "infrastructure.web"})
package community.likeminds.agent.infrastructure.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
