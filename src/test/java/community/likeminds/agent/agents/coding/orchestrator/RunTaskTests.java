package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import community.likeminds.agent.infrastructure.secrets.RealSecrets;
import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import community.likeminds.agent.project.output.ChangeSets;
import community.likeminds.agent.project.output.RealOutput;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What lies on the disk while a run is at work, and after it. */
class RunTaskTests {

    private static final String CANARY = "canary-4711-of-a-run";

    @TempDir
    Path folder;

    @Test
    void valuesAreEncryptedAndComeBack() throws Exception {
        SecretEncryption encryption = RealSecrets.in(folder);
        RunTask task = task();
        String text = task.text(encryption);
        assertThat(text).doesNotContain(CANARY).contains("SIGNPOST_APP_ID");
        assertThat(RunTask.parse(text).opened(encryption).options()).isEqualTo(task.options());
    }

    @Test
    void aRunOfAnEarlierVersionIsStillReadable() throws Exception {
        RunTask task = task();
        String earlier = JsonMapper.shared().writeValueAsString(task).replace(",\"sealed\":false", "");
        assertThat(earlier).doesNotContain("sealed").contains(CANARY);
        assertThat(RunTask.parse(earlier).opened(RealSecrets.in(folder)).options()).isEqualTo(task.options());
    }

    @Test
    void noValueLiesInTheDataFolderAtAnyDeedOrAfterwards() throws Exception {
        Path data = folder.resolve("data");
        Workbench bench = bench(data);
        IntegrationPlan plan = bench.plan("Set up Signpost.");
        List<String> found = new ArrayList<>();
        int[] looked = {0};
        IntegrationReport report = DyingIntegration.execution(data, deed -> {
            looked[0]++;
            holding(data).forEach(file -> found.add(file + " after " + deed));
        }).apply(TenantId.DEFAULT, plan, bench.options(), new Execution.Frame("report", new LinkedHashMap<>(), one -> {}), Progress.NONE);
        assertThat(report.status()).isEqualTo("verified");
        assertThat(holding(bench.project.root())).as("files of the project with the value").isNotEmpty();
        assertThat(looked[0]).isGreaterThan(20);
        assertThat(found).isEmpty();
        assertThat(holding(data)).isEmpty();
    }

    @Test
    void valuesOfAnUnfinishedRunArePutUnderAnotherKeyWhenNobodyIsAtWorkOnIt() throws Exception {
        Path data = folder.resolve("data");
        SecretEncryption encryption = RealSecrets.in(data);
        RunTask task = task();
        Path root = Path.of(System.getProperty("project")).toRealPath();
        Path later = folder.resolve("later");
        try (ChangeSets.Run run = RealOutput.changeSets(data).begin(root, task.text(encryption))) {
            assertThat(run.task()).isNotEmpty();
            assertThat(rewrapped(data, encryption)).as("at work").containsExactly(false);
            // What a killed process leaves.
            copy(data, later);
        }
        assertThat(rewrapped(data, encryption)).as("after its end").isEmpty();
        assertThat(rewrapped(later, encryption)).containsExactly(true);
        String kept = RealOutput.keptTasks(later, encryption).all().getFirst().text();
        assertThat(kept).isNotEqualTo(task.text(encryption));
        assertThat(RunTask.parse(kept).opened(encryption).options()).isEqualTo(task.options());
        assertThat(RealOutput.changeSets(later).interrupted()).extracting(ChangeSets.Interrupted::task).containsExactly(kept);
    }

    private static List<Boolean> rewrapped(Path data, SecretEncryption encryption) {
        List<Boolean> replaced = new ArrayList<>();
        new EncryptedRuns(RealOutput.keptTasks(data, encryption)).each(kept -> {
            String value = encryption.decrypt(kept.tenant(), kept.name(), kept.encrypted());
            replaced.add(kept.replacement().with(encryption.encrypt(kept.tenant(), kept.name(), value)));
        });
        return replaced;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private RunTask task() throws IOException {
        Workbench bench = bench(folder.resolve("data"));
        return new RunTask("r1", new TenantId("acme"), bench.plan("Set up Signpost."), bench.options(), Map.of(), false);
    }

    private Workbench bench(Path data) throws IOException {
        System.setProperty("project", folder.resolve("shop").toString());
        SampleProject project = SampleProject.viteReact(Files.createDirectories(folder.resolve("shop")).toRealPath());
        return Workbench.signpost(project, data).set(Map.of("SIGNPOST_APP_ID", CANARY));
    }

    @AfterEach
    void forget() {
        System.clearProperty("project");
    }

    private static List<Path> holding(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).filter(RunTaskTests::holds).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean holds(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return text.contains(CANARY);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
