package community.likeminds.agent.processors.docs.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpmSourcesTest {

    @TempDir
    Path folder;

    /** Stands in for npm: packs what a test says, or fails as npm would. */
    private static final class ScriptedPrograms extends Programs {
        private final List<String> entries = new ArrayList<>();
        private Result result = new Result(0, "");
        private boolean installed = true;
        private int runs;

        @Override
        Optional<Path> find(String program) {
            return installed ? Optional.of(Path.of(program)) : Optional.empty();
        }

        @Override
        Result run(Path program, List<String> arguments, Path folder) throws IOException {
            runs++;
            if (result.exit() == 0) {
                write(folder.resolve("package.tgz"));
            }
            return result;
        }

        private void write(Path archive) throws IOException {
            try (OutputStream out = Files.newOutputStream(archive);
                    TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(out))) {
                for (String entry : entries) {
                    String[] parts = entry.split("=", 2);
                    if (parts[1].startsWith("->")) {
                        TarArchiveEntry link = new TarArchiveEntry(parts[0], TarConstants.LF_SYMLINK);
                        link.setLinkName(parts[1].substring(2));
                        tar.putArchiveEntry(link);
                        tar.closeArchiveEntry();
                        continue;
                    }
                    byte[] bytes = parts[1].getBytes(StandardCharsets.UTF_8);
                    TarArchiveEntry file = new TarArchiveEntry(parts[0], true);
                    file.setSize(bytes.length);
                    tar.putArchiveEntry(file);
                    tar.write(bytes);
                    tar.closeArchiveEntry();
                }
            }
        }
    }

    private final ScriptedPrograms npm = new ScriptedPrograms();

    private Source open(String location) {
        return new Sources(folder.resolve("cache"), List.of(), npm).open(location, Progress.NONE);
    }

    @Test
    void readsTheReadmeAndTheDeclarations() {
        npm.entries.addAll(List.of(
                "package/package.json={\"name\":\"@acme/orbit\",\"version\":\"1.2.3\"}", "package/README.md=# Orbit",
                "package/dist/index.js=x", "package/dist/index.d.ts=/** Starts it. */\nexport declare function start(key: string): void;\n"));
        Source source = open("npm:@acme/orbit");
        assertThat(source.kind()).isEqualTo(Source.Kind.NPM);
        assertThat(source.name()).isEqualTo("orbit");
        assertThat(source.version()).isEqualTo("1.2.3");
        List<Page> pages = new PageReader(1).read(source, Progress.NONE).pages();
        assertThat(pages).extracting(Page::path).containsExactly("README.md", "dist/index.d.ts");
        assertThat(pages).extracting(page -> page.facts().version()).containsOnly("1.2.3");
        assertThat(pages.get(1).blocks()).extracting(block -> block.kind() + " " + block.text()).containsExactly(
                "HEADING start", "PROSE Starts it.", "CODE export declare function start(key: string): void;");
        assertThat(open("npm:@acme/orbit@1.2.3").root()).isEqualTo(source.root());
        assertThat(npm.runs).isEqualTo(1);
    }

    @Test
    void unpacksNothingThatClimbsOut() throws IOException {
        npm.entries.addAll(List.of(
                "package/package.json={\"version\":\"1.0.0\"}", "package/../../../evil.md=# Evil", "/evil.md=# Evil", "package/ok.md=# Ok",
                "package/link.md=->/etc/passwd", "package/linked=->/tmp", "package/linked/x.md=# In"));
        Source source = open("npm:orbit");
        List<Page> pages = new PageReader(1).read(source, Progress.NONE).pages();
        assertThat(pages).extracting(Page::path).containsExactly("linked/x.md", "ok.md");
        try (var all = Files.walk(folder)) {
            assertThat(all.map(path -> path.getFileName().toString())).doesNotContain("evil.md", "link.md");
        }
    }

    @Test
    void saysWhatIsWrong() {
        npm.result = new Programs.Result(1, "npm error code E404\nnpm error 404 Not Found");
        assertCode("npm:no-such-thing", "source-not-found");
        npm.result = new Programs.Result(1, "npm error code ENOTFOUND");
        assertCode("npm:orbit", "source-unreachable");
        npm.result = new Programs.Result(1, "npm error code EUSAGE");
        assertCode("npm:orbit", "source-npm-failed");
        npm.installed = false;
        assertCode("npm:orbit", "npm-missing");
        assertCode("npm:--registry=x", "source-invalid");
        assertCode("npm:a b", "source-invalid");
        assertThat(folder.resolve("cache/npm/orbit")).isEmptyDirectory();
    }

    @Test
    void refusesABrokenArchive() {
        npm.entries.add("package/package.json={\"version\":\"../../x\"}");
        assertCode("npm:orbit", "source-invalid");
    }

    private void assertCode(String location, String code) {
        assertThatThrownBy(() -> open(location)).isInstanceOfSatisfying(AgentException.class, failed -> {
            assertThat(failed.code()).isEqualTo(code);
            assertThat(failed.fact()).endsWith(".");
            assertThat(failed.remedy()).endsWith(".");
        });
    }
}
