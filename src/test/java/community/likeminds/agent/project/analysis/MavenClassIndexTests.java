package community.likeminds.agent.project.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenClassIndexTests {

    @TempDir
    Path folder;

    @Test
    void classesOfTheDocumentedArtifactComeFirstAndHiddenOnesDoNotCome() throws IOException {
        Path sdk = jar("repository/org/acme/sdk/1.10.0/sdk-1.10.0.jar", "org/acme/Client", "org/acme/Outer$List");
        jar("repository/org/acme/sdk/1.9.0/sdk-1.9.0.jar", "org/acme/old/Client");
        Path other = jar("other.jar", "zzz/Client");
        ProjectFixture project = new ProjectFixture(folder.resolve("app")).file("src/main/java/app/Home.java", "package app;");
        FakeCommands maven = new FakeCommands(Set.of("mvn"), text -> {
            Path output = Path.of(text.replaceAll(".*-Dmdep.outputFile=(\\S+).*", "$1"));
            try {
                Files.writeString(output, other + java.io.File.pathSeparator + sdk);
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
            return FakeCommands.said(0, "");
        });

        Map<String, List<String>> found = new MavenClassIndex(maven, folder.resolve("repository"))
                .find(project.of("maven"), Set.of("Client", "List", "Home", "Hidden", "Nowhere"), List.of("org.acme:sdk"));

        assertThat(found.get("Client")).containsExactly("org.acme.Client", "zzz.Client");
        assertThat(found.get("List")).startsWith("org.acme.Outer.List").contains("java.util.List", "java.awt.List");
        assertThat(found.get("Home")).containsExactly("app.Home");
        assertThat(found).doesNotContainKeys("Hidden", "Nowhere");

        FakeCommands broken = new FakeCommands(Set.of("mvn"), text -> FakeCommands.said(1, "[ERROR] no network"));
        assertThat(new MavenClassIndex(broken, folder.resolve("repository"))
                        .find(project.of("maven"), Set.of("Client"), List.of("org.acme:sdk")).get("Client"))
                .containsExactly("org.acme.Client");
    }

    private Path jar(String path, String... classes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out)) {
            for (String name : classes) {
                add(jar, name, ClassFile.ACC_PUBLIC);
            }
            add(jar, "internal/Hidden", 0);
        }
        return file;
    }

    private static void add(JarOutputStream jar, String name, int flags) throws IOException {
        jar.putNextEntry(new JarEntry(name + ".class"));
        jar.write(ClassFile.of().build(ClassDesc.ofInternalName(name), builder -> builder.withFlags(flags)));
        jar.closeEntry();
    }
}
