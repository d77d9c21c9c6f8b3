package community.likeminds.agent.infrastructure.storage.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.infrastructure.storage.StoredObjects;
import community.likeminds.agent.infrastructure.storage.StoredObjects.Listed;
import community.likeminds.agent.infrastructure.storage.StoredObjectsContract;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileObjectsTest extends StoredObjectsContract {

    @TempDir
    Path data;

    private FileObjects objects;

    @BeforeEach
    void start() {
        objects = new FileObjects(new DataFolder(data), LARGEST);
    }

    @Override
    protected StoredObjects objects() {
        return objects;
    }

    @Test
    void aKeyMayBeTheBeginningOfAnother() throws IOException {
        put(ONE, "a", "short");
        put(ONE, "a/b", "long");
        put(ONE, "a~", "odd");
        put(ONE, "a+", "odd too");
        assertThat(text(ONE, "a")).isEqualTo("short");
        assertThat(text(ONE, "a/b")).isEqualTo("long");
        assertThat(objects.list(ONE, "a", "", 10)).extracting(Listed::key).containsExactly("a", "a+", "a/b", "a~");
    }

    @Test
    void aDamagedFileIsNoticedAtItsEnd() throws IOException {
        put(ONE, "k", "hello");
        Path file = data.resolve("objects/one/k~");
        byte[] content = Files.readAllBytes(file);
        content[content.length - 1] ^= 1;
        Files.write(file, content);
        try (InputStream in = objects.read(ONE, "k")) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class).hasMessageContaining("damaged");
        }
        Files.writeString(file, "something else");
        assertThatThrownBy(() -> objects.read(ONE, "k")).satisfies(error -> code(error, "objects-unusable"));
    }

    @Test
    void whatAKilledProcessBeganIsForgottenAfterADay() throws IOException {
        Path old = Files.writeString(Files.createDirectories(data.resolve("objects/.new")).resolve("old"), "half");
        Path fresh = Files.writeString(data.resolve("objects/.new/fresh"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        new FileObjects(new DataFolder(data), LARGEST);
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }
}
