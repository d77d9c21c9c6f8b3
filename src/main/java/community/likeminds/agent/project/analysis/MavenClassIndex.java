package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.analysis.IntegrationValidator.Project;
import community.likeminds.agent.project.environment.Commands;
import community.likeminds.agent.project.environment.Commands.Command;
import community.likeminds.agent.project.environment.Commands.Result;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.reflect.AccessFlag;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Reads jars of the local repository; which ones, Maven says. */
@Component
final class MavenClassIndex implements ClassIndex {

    private static final Logger LOG = LoggerFactory.getLogger(MavenClassIndex.class);
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";

    private final Commands commands;
    private final Path repository;

    @Autowired
    MavenClassIndex(Commands commands) {
        this(commands, Path.of(System.getProperty("user.home"), ".m2", "repository"));
    }

    MavenClassIndex(Commands commands, Path repository) {
        this.commands = commands;
        this.repository = repository;
    }

    @Override
    public Map<String, List<String>> find(Project project, Set<String> simpleNames, List<String> artifacts) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        List<Path> jars = classPath(project);
        List<Path> first = jars.stream().filter(jar -> artifacts.stream().anyMatch(artifact -> belongs(jar, artifact))).toList();
        try {
            for (Path jar : first.isEmpty() ? newest(artifacts) : first) {
                jar(jar, simpleNames, found);
            }
            sources(project.root(), simpleNames, found);
            platform(simpleNames, found);
            for (Path jar : jars) {
                if (!first.contains(jar)) {
                    jar(jar, simpleNames, found);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Map<String, List<String>> answer = new LinkedHashMap<>();
        found.forEach((name, classes) -> answer.put(name, List.copyOf(classes)));
        return answer;
    }

    private List<Path> classPath(Project project) {
        if (!project.ecosystem().equals("maven") || commands.find("mvn").isEmpty()) {
            return List.of();
        }
        Path file = null;
        try {
            file = Files.createTempFile("classpath", ".txt");
            List<String> arguments = List.of("mvn", "-q", "-B", "-ntp", PLUGIN, "-Dmdep.outputFile=" + file,
                    "-Dmdep.includeScope=test");
            Result result =
                    commands.run(new Command(project.root(), arguments, project.environment(), LIMIT, line -> {}));
            if (!result.ok()) {
                LOG.warn("Maven did not tell the class path: {}", CompilerErrors.first(result.output()));
                return List.of();
            }
            return Stream.of(Files.readString(file).strip().split(File.pathSeparator))
                    .filter(path -> path.endsWith(".jar")).map(Path::of).filter(Files::isRegularFile).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            delete(file);
        }
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException inUse) {
            LOG.debug("{} was left behind.", file);
        }
    }

    private static String folder(String artifact) {
        int colon = artifact.indexOf(':');
        return artifact.substring(0, colon).replace('.', '/') + "/" + artifact.substring(colon + 1);
    }

    private static boolean belongs(Path jar, String artifact) {
        return artifact.contains(":") && jar.toString().replace('\\', '/').contains("/" + folder(artifact) + "/");
    }

    private List<Path> newest(List<String> artifacts) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String artifact : artifacts) {
            Path folder = artifact.contains(":") ? repository.resolve(folder(artifact)) : repository.resolve("none");
            if (!Files.isDirectory(folder)) {
                continue;
            }
            String name = artifact.substring(artifact.indexOf(':') + 1);
            try (Stream<Path> versions = Files.list(folder)) {
                versions.filter(version -> Files.isRegularFile(jar(version, name)))
                        .max((a, b) -> compare(a.getFileName().toString(), b.getFileName().toString()))
                        .ifPresent(version -> jars.add(jar(version, name)));
            }
        }
        return jars;
    }

    private static Path jar(Path version, String name) {
        return version.resolve(name + "-" + version.getFileName() + ".jar");
    }

    private static int compare(String a, String b) {
        var first = Version.parse(a);
        var second = Version.parse(b);
        return first.isPresent() && second.isPresent() ? first.get().compareTo(second.get()) : a.compareTo(b);
    }

    private static void jar(Path file, Set<String> names, Map<String, Set<String>> found) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                String path = entry.getName();
                if (path.endsWith(".class") && !path.startsWith("META-INF/") && names.contains(simple(path))
                        && isPublic(jar.getInputStream(entry).readAllBytes())) {
                    add(found, path);
                }
            }
        }
    }

    /** {@code a/b/Outer$Inner.class} is {@code Inner}. */
    private static String simple(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1, path.length() - ".class".length());
        return name.substring(name.lastIndexOf('$') + 1);
    }

    private static boolean isPublic(byte[] content) {
        return ClassFile.of().parse(content).flags().has(AccessFlag.PUBLIC);
    }

    private static void add(Map<String, Set<String>> found, String path) {
        String name = path.substring(0, path.length() - ".class".length()).replace('/', '.').replace('$', '.');
        found.computeIfAbsent(simple(path), key -> new LinkedHashSet<>()).add(name);
    }

    private static void sources(Path root, Set<String> names, Map<String, Set<String>> found) throws IOException {
        for (String folder : List.of("src/main/java", "src/main/kotlin")) {
            Path base = root.resolve(folder);
            if (!Files.isDirectory(base)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(base)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                    String path = base.relativize(file).toString().replace('\\', '/').replaceFirst("\\.(java|kt)$", ".class");
                    if (path.endsWith(".class") && names.contains(simple(path))) {
                        add(found, path);
                    }
                }
            }
        }
    }

    /** Packages of the running JDK that every Java project may use. */
    private static void platform(Set<String> names, Map<String, Set<String>> found) throws IOException {
        Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
        for (String module : List.of("java.base", "java.net.http", "java.sql", "java.desktop", "java.logging", "java.xml")) {
            Path base = modules.resolve(module);
            for (String top : List.of("java", "javax")) {
                if (!Files.isDirectory(base.resolve(top))) {
                    continue;
                }
                try (Stream<Path> files = Files.walk(base.resolve(top))) {
                    for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                        String path = base.relativize(file).toString();
                        if (path.endsWith(".class") && names.contains(simple(path)) && isPublic(Files.readAllBytes(file))) {
                            add(found, path);
                        }
                    }
                }
            }
        }
    }
}
