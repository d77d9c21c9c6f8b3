package community.likeminds.agent.infrastructure.storage.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedDatabaseTest {

    @TempDir
    Path data;

    private static DataSource opened(DataFolder folder) {
        H2Configuration h2 = new H2Configuration();
        return h2.dataSource(folder, h2.upgradeGuard(folder, name -> Optional.of(() -> {})));
    }

    @Test
    void aDamagedDatabaseIsSaidInASentence() throws IOException {
        DataFolder folder = new DataFolder(data);
        ((HikariDataSource) opened(folder)).close();
        Path file = data.resolve("db/agent.mv.db");
        byte[] noise = new byte[(int) Files.size(file)];
        new Random(7).nextBytes(noise);
        Files.write(file, noise);
        assertThatThrownBy(() -> opened(folder))
                .isInstanceOfSatisfying(AgentException.class, error -> {
                    assertThat(error.code()).isEqualTo("data-folder-damaged");
                    assertThat(error.fact()).contains(data.toString()).endsWith(".");
                    assertThat(error.remedy()).contains("--data");
                });
        assertThat(file).hasBinaryContent(noise);
    }

    @Test
    void aPlaceThatIsNoFileIsSaidInASentence() throws IOException {
        Files.createDirectories(data.resolve("db/agent.mv.db"));
        assertThatThrownBy(() -> opened(new DataFolder(data)))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).startsWith("data-folder-"));
    }
}
