package community.likeminds.agent.agents.coding.codeplanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.agents.coding.FakeValidator;
import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.project.analysis.IntegrationValidator;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the registry is asked while a plan is made. */
class AskedTests {

    @TempDir
    Path folder;

    private final FakeValidator validator = new FakeValidator();

    @BeforeEach
    void project() throws Exception {
        Files.writeString(folder.resolve("package.json"), "{\"name\": \"shop\", \"dependencies\": {\"express\": \"^5.0.0\"}}");
    }

    @Test
    void whatWasAskedBeforehandIsNotAskedAgain() {
        try (Asked asked = new Asked(validator, Given.project(folder))) {
            asked.begin(draft("kettle", "tea"));
            assertThat(asked.answers(draft("kettle", "cup"))).containsOnlyKeys("kettle", "cup");
            assertThat(asked.answers(draft("kettle"))).containsOnlyKeys("kettle");
        }
        assertThat(validator.calls).containsExactlyInAnyOrder("published kettle", "published tea", "published cup");
    }

    @Test
    void whatIsThereAlreadyIsNotAskedFor() {
        try (Asked asked = new Asked(validator, Given.project(folder))) {
            assertThat(asked.answers(draft(step("express", Draft.State.ALREADY_THERE, Registry.OPEN), step("tea", Draft.State.TO_DO, "^2.0.0")))).isEmpty();
        }
        assertThat(validator.calls).isEmpty();
    }

    @Test
    void anInterruptedPlanEndsAndSoDoesWhoAsks() {
        CountDownLatch ended = new CountDownLatch(1);
        IntegrationValidator silent = (IntegrationValidator) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {IntegrationValidator.class}, (proxy, method, arguments) -> {
                    try {
                        Thread.sleep(Duration.ofHours(1));
                        return null;
                    } finally {
                        ended.countDown();
                    }
                });
        try (Asked asked = new Asked(silent, Given.project(folder))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> asked.answers(draft("kettle"))).isInstanceOf(IllegalStateException.class).hasMessageContaining("interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(ended.getCount()).isZero();
    }

    private static Draft draft(String... packages) {
        return draft(Arrays.stream(packages).map(name -> step(name, Draft.State.TO_DO, Registry.OPEN)).toArray(Draft.DraftStep[]::new));
    }

    private static Draft draft(Draft.DraftStep... steps) {
        return new Draft(new Citation("docs", "start.md", "Start", 1, 2), "", List.of(), List.of(steps), List.of(), List.of(), Set.of(), List.of());
    }

    private static Draft.DraftStep step(String name, Draft.State state, String range) {
        return new Draft.DraftStep(
                new PlanStep("", PlanStep.Kind.ADD_DEPENDENCY, "Add " + name, "package.json", "", List.of(), Map.of("package", name, "range", range)), state, Map.of(), "");
    }
}
