package community.likeminds.agent.agents.coding.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.infrastructure.storage.JsonRecords;
import community.likeminds.agent.infrastructure.storage.StorageContext;
import community.likeminds.agent.infrastructure.storage.StoredDocuments;
import community.likeminds.agent.infrastructure.storage.StoredObjects;
import community.likeminds.agent.infrastructure.storage.TestDatabase;
import community.likeminds.agent.services.Infrastructure;
import community.likeminds.agent.services.RealS3;
import community.likeminds.agent.services.RealService;
import community.likeminds.agent.shared.TenantId;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** Plans and reports in the stores of one process, and in MongoDB with S3. */
@ExtendWith(RealS3.class)
class SolutionDocumentsTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final String LARGE = "+a line of a large diff\n".repeat(60_000);

    @TempDir
    Path folder;

    private final RealService s3;

    SolutionDocumentsTest(RealService s3) {
        this.s3 = s3;
    }

    /** Not annotated as a configuration, or the tests of the whole application would find it. */
    @ComponentScan(lazyInit = true)
    static class Wiring {}

    @Test
    void embedded() {
        holds(TestDatabase.H2.properties());
    }

    @Test
    void mongoDbAndS3() {
        MongoServer server = new MongoServer(new MemoryBackend());
        try {
            int port = server.bind().getPort();
            String bucket = "bucket-" + UUID.randomUUID();
            Infrastructure.makeBucket(s3, bucket);
            holds(Stream.concat(
                            TestDatabase.H2.properties().stream(),
                            Stream.of(
                                    "likeminds.storage.documents=mongodb", "likeminds.storage.mongodb.url=mongodb://127.0.0.1:" + port,
                                    "likeminds.storage.objects=s3", "likeminds.storage.s3.url=" + s3.url(),
                                    "likeminds.storage.s3.bucket=" + bucket, "likeminds.storage.s3.access-key=" + s3.user(),
                                    "likeminds.storage.s3.secret-key=" + s3.user()))
                    .toList());
        } finally {
            server.shutdownNow();
        }
    }

    private void holds(List<String> properties) {
        try (AnnotationConfigApplicationContext context = StorageContext.start(folder, properties, beans -> {}, Wiring.class)) {
            IntegrationReport former = report("former", "/projects/desk", "partial", "+x\n");
            context.getBean(JsonRecords.class).put(ACME, "reports", "former", former);
            SolutionDocuments solutions = context.getBean(SolutionDocuments.class);

            IntegrationReport small = report("small", "/projects/shop", "verified", "+y\n");
            IntegrationReport large = report("large", "/projects/shop", "partial", LARGE);
            put(solutions, small);
            put(solutions, large);
            assertThat(listed(solutions, Map.of())).as("what was there before is found, too").containsExactly("large", "small", "former");
            assertThat(listed(solutions, Map.of(SolutionDocuments.PROJECT, "/projects/shop"))).containsExactly("large", "small");
            assertThat(listed(solutions, Map.of(SolutionDocuments.PROJECT, "/projects/shop", SolutionDocuments.STATUS, "partial"))).containsExactly("large");
            assertThat(solutions.get(ACME, "reports", "former", IntegrationReport.class)).contains(former);
            assertThat(solutions.get(ACME, "reports", "large", IntegrationReport.class)).contains(large);
            assertThat(solutions.get(new TenantId("other"), "reports", "large", IntegrationReport.class)).isEmpty();
            assertThat(context.getBean(JsonRecords.class).list(ACME, "reports", IntegrationReport.class)).isEmpty();
            assertThat(context.getBean(StoredDocuments.class).get(ACME, "reports", "small", IntegrationReport.class).orElseThrow().body()).isEqualTo(small);

            StoredObjects objects = context.getBean(StoredObjects.class);
            assertThat(objects.list(ACME, "solutions/", "", 10)).singleElement().satisfies(object -> assertThat(object.size()).isGreaterThan(1_000_000));
            put(solutions, report("large", "/projects/shop", "verified", "+small now\n"));
            assertThat(objects.list(ACME, "solutions/", "", 10)).isEmpty();
            put(solutions, large);
            assertThat(solutions.delete(ACME, "reports", "large")).isTrue();
            assertThat(solutions.delete(ACME, "reports", "large")).isFalse();
            assertThat(objects.list(ACME, "solutions/", "", 10)).isEmpty();
            String deep = "/projects/" + "deep/".repeat(60) + "shop";
            put(solutions, report("deep", deep, "verified", ""));
            assertThat(listed(solutions, Map.of(SolutionDocuments.PROJECT, deep))).containsExactly("deep");
            assertThat(Optional.of(deep)).get().asString().hasSizeGreaterThan(200);
        }
    }

    private static void put(SolutionDocuments solutions, IntegrationReport report) {
        solutions.put(
                ACME, "reports", report.id(), Map.of(SolutionDocuments.PROJECT, report.project(), SolutionDocuments.STATUS, report.status()), report);
    }

    private static List<String> listed(SolutionDocuments solutions, Map<String, String> labels) {
        return solutions.list(ACME, "reports", labels, IntegrationReport.class).stream().map(IntegrationReport::id).toList();
    }

    private static IntegrationReport report(String id, String project, String status, String diff) {
        return new IntegrationReport(
                id, status, "Done.", "Add it", project, null, "", List.of(), List.of(), List.of(), List.of(), Map.of("a.js", "changed"), diff, "", Map.of(),
                "plan", List.of(), List.of());
    }
}
