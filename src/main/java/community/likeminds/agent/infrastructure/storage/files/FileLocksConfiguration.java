package community.likeminds.agent.infrastructure.storage.files;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.infrastructure.storage.NamedLocks;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Locks go with the database: what one machine keeps is locked on it, what several share is locked by the server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "likeminds.storage.relational", havingValue = "h2", matchIfMissing = true)
class FileLocksConfiguration {

    @Bean
    NamedLocks namedLocks(DataFolder folder) {
        return new FileLocks(folder);
    }
}
