package community.likeminds.agent.project.output;

import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps checkpoints in the data folder, outside every project. */
@Configuration(proxyBeanMethods = false)
class OutputConfiguration {

    @Bean
    ChangeSets changeSets(@Value("${likeminds.data:${user.home}/.likeminds}") Path data, Branches branches, SecretEncryption encryption) {
        return new JournaledChangeSets(data.toAbsolutePath(), branches, encryption, Steps.UNWATCHED);
    }

    @Bean
    CheckpointValues checkpointValues(@Value("${likeminds.data:${user.home}/.likeminds}") Path data, SecretEncryption encryption) {
        return new CheckpointValues(data.toAbsolutePath(), encryption);
    }

    @Bean
    Branches branches() {
        return new GitBranches();
    }

    @Bean
    GitFiles gitFiles() {
        return new IndexedGitFiles();
    }
}
