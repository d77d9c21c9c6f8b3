package community.likeminds.agent.agents.documentation.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.documentation.IngestionJob;
import community.likeminds.agent.agents.documentation.IngestionJob.State;
import community.likeminds.agent.infrastructure.storage.StorageContext;
import community.likeminds.agent.infrastructure.storage.TestDatabase;
import community.likeminds.agent.services.RealPostgreSql;
import community.likeminds.agent.services.RealService;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@ExtendWith(RealPostgreSql.class)
class JobRunOnPostgreSqlTest {

    private static final TenantId TENANT = TenantId.DEFAULT;

    @TempDir
    Path data;

    @Test
    void theHeartBeatsOnAfterTheStoreWasAway(RealService server) throws InterruptedException {
        JobOwner owner = JobOwner.thisProcess();
        Instant begun = Instant.now();
        try (AnnotationConfigApplicationContext context = StorageContext.start(
                data, TestDatabase.postgreSql(server).properties(), beans -> {}, JobRecords.class)) {
            JobRecords records = context.getBean(JobRecords.class);
            records.add(
                    TENANT,
                    new IngestionJob("j", "", "./docs", State.QUEUED, "", 0, 0, begun, begun, null, owner.toString(), null, null),
                    true);
            records.begin(TENANT, "j", begun);
            try (JobRun run = new JobRun(records, TENANT, "j", owner, Progress.NONE, Clock.systemUTC())) {
                server.stop();
                run.report("Embedding", 1, 9, "");
                // More than one beat without a store.
                Thread.sleep(2_500);
                server.startAgain();
                run.report("Embedding", 7, 9, "");
                for (int tries = 0; records.find(TENANT, "j").orElseThrow().done() != 7; tries++) {
                    assertThat(tries).isLessThan(300);
                    Thread.sleep(100);
                }
            }
        }
    }
}
