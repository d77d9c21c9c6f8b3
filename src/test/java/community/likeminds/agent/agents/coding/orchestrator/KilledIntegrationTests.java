package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import community.likeminds.agent.project.output.ChangeSets;
import community.likeminds.agent.project.output.RealOutput;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is ended at every deed of an integration; afterwards it can be resumed, and it can be undone. */
class KilledIntegrationTests {

    @TempDir
    Path folder;

    private Path project;
    private Path data;
    private Path plan;

    @BeforeEach
    void prepare() throws Exception {
        project = Files.createDirectories(folder.resolve("project")).toRealPath();
        data = folder.resolve("data");
        System.setProperty("project", project.toString());
        SampleProject sample = SampleProject.viteReact(project);
        try (Git git = Git.init().setDirectory(project.toFile()).setInitialBranch("main").call()) {
            git.add().addFilepattern(".").call();
            git.commit().setMessage("start").setSign(false).setAuthor("A", "a@example.org").setCommitter("A", "a@example.org").call();
        }
        Workbench bench = Workbench.signpost(sample, data);
        plan = folder.resolve("plan.yaml");
        Files.writeString(plan, bench.plans.yaml(bench.plan("Set up Signpost.")));
    }

    @AfterEach
    void forget() {
        System.clearProperty("project");
    }

    @Test
    void whereverItDiesItIsResumedToTheSameEndOrUndone() throws Exception {
        copy(project, folder.resolve("start"));
        Map<String, String> before = files();
        IntegrationReport reference = DyingIntegration.apply(folder.resolve("other"), Files.readString(plan), deed -> {});
        Map<String, String> after = files();
        assertThat(reference.status()).isEqualTo("verified");
        assertThat(git("branch", "--show-current")).isEqualTo("add-signpost");
        int resumed = 0;
        for (int deed = 1; ; deed++) {
            replace(project, folder.resolve("start"));
            delete(data);
            String place = child(deed);
            boolean died = !place.isEmpty();
            String as = "after dying at deed " + deed + ", " + place;
            copy(project, folder.resolve("killed"));
            Files.createDirectories(data);
            copy(data, folder.resolve("killed-data"));

            List<ChangeSets.Interrupted> interrupted = RealOutput.changeSets(data).interrupted();
            if (!interrupted.isEmpty()) {
                resumed++;
                RunTask task = RunTask.parse(interrupted.getFirst().task());
                IntegrationReport report = DyingIntegration.execution(data, one -> {}).resume(task, kept -> {}, Progress.NONE);
                assertThat(files()).as(as).isEqualTo(after);
                assertThat(constant(report)).as(as).isEqualTo(constant(reference));
                assertThat(report.id()).as(as).isEqualTo(task.report());
                assertThat(git("branch", "--show-current")).as(as).isEqualTo("add-signpost");
                assertThat(git("status", "--porcelain", "--untracked-files=no")).as(as).isEmpty();
            }
            undone(as, before);

            replace(project, folder.resolve("killed"));
            replace(data, folder.resolve("killed-data"));
            undone(as, before);
            if (!died) {
                assertThat(deed).as("deeds").isGreaterThan(30);
                assertThat(resumed).as("resumed runs").isGreaterThan(25);
                return;
            }
        }
    }

    @Test
    void aNewIntegrationBeginsWhereTheKilledOneHadBegunAndAPlanIsNotMadeOfHalfAProject() throws Exception {
        Map<String, String> before = files();
        int deed = 0;
        do {
            assertThat(child(++deed)).as("deeds").isNotEmpty();
        } while (files().equals(before));
        Workbench bench = Workbench.signpost(new SampleProject(project), data);
        assertThatThrownBy(() -> bench.plan("Set up Signpost."))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("run-interrupted"));
        assertThat(bench.integrate("Set up Signpost.").status()).isEqualTo("verified");
        undone("after a run on a killed one", before);
    }

    private void undone(String as, Map<String, String> before) throws Exception {
        try {
            assertThat(RealOutput.changeSets(data).undo(project).kept()).as(as).isEmpty();
        } catch (AgentException nothing) {
            assertThat(nothing.code()).as(as).isEqualTo("nothing-to-undo");
        }
        assertThat(files()).as(as).isEqualTo(before);
        assertThat(git("branch", "--list", "--format=%(refname:short)")).as(as).isEqualTo("main");
        assertThat(git("status", "--porcelain")).as(as).isEmpty();
    }

    private static IntegrationReport constant(IntegrationReport report) {
        return new IntegrationReport(
                "", report.status(), report.summary(), report.request(), report.project(), report.guide(), report.guideWhy(), report.steps(),
                report.checks(), report.findings(), report.openPoints(), report.changedFiles(), report.diff(), report.branch(), Map.of(),
                report.plan(), report.runnersUp(), report.feedback());
    }

    /** Where the child died, or an empty string. */
    private String child(int deed) throws Exception {
        File log = folder.resolve("child.log").toFile();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto",
                        "--enable-native-access=ALL-UNNAMED", "-Dproject=" + project, "-cp", System.getProperty("java.class.path"),
                        DyingIntegration.class.getName(), data.toString(), plan.toString(), Integer.toString(deed))
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        int exit = process.waitFor();
        String said = Files.readString(log.toPath());
        assertThat(exit).as("output of the child: %s", said).isIn(DyingIntegration.DIED, 0);
        return exit == DyingIntegration.DIED ? said.strip() : "";
    }

    private Map<String, String> files() throws IOException {
        return new TreeMap<>(new SampleProject(project).files());
    }

    private String git(String... arguments) throws Exception {
        List<String> command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return said.strip();
    }

    private static void replace(Path target, Path source) throws IOException {
        delete(target);
        copy(source, target);
    }

    private static void copy(Path source, Path target) throws IOException {
        delete(target);
        try (Stream<Path> all = Files.walk(source)) {
            for (Path one : all.toList()) {
                Files.copy(one, target.resolve(source.relativize(one).toString()), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }
}
