package community.likeminds.agent.agents.documentation.review;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.FakeValidator;
import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.infrastructure.storage.JsonRecords;
import community.likeminds.agent.infrastructure.storage.StorageContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** On a real store. */
class RememberedRegistriesTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @TempDir
    Path temporary;

    private final FakeValidator validator = new FakeValidator();
    private AnnotationConfigApplicationContext storage;

    @BeforeEach
    void start() {
        storage = StorageContext.start(temporary);
    }

    @AfterEach
    void stop() {
        storage.close();
    }

    private RememberedRegistries at(Instant time) {
        return new RememberedRegistries(validator, storage.getBean(JsonRecords.class), storage.getBean(DataFolder.class), Clock.fixed(time, ZoneOffset.UTC));
    }

    @Test
    void anAnswerIsAskedForOnceADay() {
        validator.unpublished.add("gone");
        assertThat(at(NOON).remembered("npm", "kit")).isEmpty();
        assertThat(at(NOON).has("npm", "kit")).contains(true);
        assertThat(at(NOON).has("npm", "gone")).contains(false);
        assertThat(at(NOON.plus(Duration.ofHours(23))).has("npm", "kit")).contains(true);
        assertThat(at(NOON.plus(Duration.ofHours(23))).remembered("npm", "gone")).contains(false);
        assertThat(validator.calls).containsExactly("published kit", "published gone");
        assertThat(at(NOON.plus(Duration.ofHours(25))).remembered("npm", "kit")).isEmpty();
        at(NOON.plus(Duration.ofHours(25))).has("npm", "kit");
        assertThat(validator.calls).hasSize(3);
    }

    @Test
    void ecosystemsAreToldApart() {
        at(NOON).has("npm", "kit");
        assertThat(at(NOON).remembered("maven", "kit")).isEmpty();
    }

    @Test
    void noAnswerIsNotRemembered() {
        validator.reachable = false;
        assertThat(at(NOON).has("npm", "kit")).isEmpty();
        validator.reachable = true;
        assertThat(at(NOON).has("npm", "kit")).contains(true);
    }

    @Test
    void aNameThatIsLongerThanAnyIsNotAskedFor() {
        assertThat(at(NOON).has("npm", "k".repeat(300))).isEmpty();
        assertThat(validator.calls).isEmpty();
    }
}
