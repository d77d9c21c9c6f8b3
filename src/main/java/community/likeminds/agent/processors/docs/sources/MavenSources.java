package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.processors.docs.ReadResult.LeftOut;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.processors.docs.sources.copies.Manifest;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Maven artifacts: the pages of the javadoc jar as reference, and of the sources jar what they do not speak of. */
final class MavenSources implements SourceOpener {

    private static final String PREFIX = "maven:";
    private static final String STAGE = "Fetching the artifact";
    private static final String NEWEST = "RELEASE";
    private static final String JAVADOC = "-javadoc.jar";
    private static final int MOST_EARLIER = 4;
    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9_][\\w.-]{0,150}):([A-Za-z0-9_][\\w.-]{0,150})(?::([A-Za-z0-9_][\\w.+-]{0,80}))?");
    /** Lists and forms that the javadoc tool makes of what stands on other pages. */
    private static final Set<String> LISTS = Set.of(
            "allclasses-index.html", "allclasses.html", "allclasses-frame.html", "allclasses-noframe.html", "allpackages-index.html", "index-all.html",
            "overview-tree.html", "overview-frame.html", "package-tree.html", "package-use.html", "package-frame.html", "serialized-form.html",
            "constant-values.html", "deprecated-list.html", "help-doc.html", "search.html", "system-properties.html", "external-specs.html",
            "navigation.html", "restructured-by.html", "preview-list.html", "new-list.html", "search-tags.html");

    private final Path cache;
    private final MavenCopy maven;

    MavenSources(Path cache, MavenCopy maven) {
        this.cache = cache;
        this.maven = maven;
    }

    @Override
    public boolean accepts(String location) {
        return location.startsWith(PREFIX);
    }

    @Override
    public Source open(String location, Progress progress) {
        Matcher wanted = NAME.matcher(location.substring(PREFIX.length()));
        if (!wanted.matches()) {
            throw AgentException.badInput("source-invalid", "'" + location + "' is not the name of a Maven artifact.",
                    "Write it as maven:GROUP:ARTIFACT or maven:GROUP:ARTIFACT:VERSION.");
        }
        String artifact = wanted.group(1) + ":" + wanted.group(2);
        String version = wanted.group(3) == null ? NEWEST : wanted.group(3);
        progress.report(STAGE, 0, 0, artifact);
        Path versions = cache.resolve("maven").resolve(artifact.replace(':', '+'));
        boolean fixed = !version.equals(NEWEST) && !version.equals("LATEST") && !version.endsWith("-SNAPSHOT");
        if (fixed && Files.isDirectory(versions.resolve(version))) {
            return source(wanted.group(2), location, version, versions.resolve(version));
        }
        try {
            Files.createDirectories(versions);
            Path unfinished = Files.createTempDirectory(versions, "fetching-");
            try {
                String found = fetch(artifact, version, unfinished);
                Path copy = versions.resolve(found);
                if (found.endsWith("-SNAPSHOT")) {
                    Folders.delete(copy);
                }
                if (!Files.isDirectory(copy)) {
                    Files.move(unfinished.resolve("copy"), copy);
                }
                progress.report(STAGE, 1, 1, artifact + " " + found);
                return source(wanted.group(2), location, found, copy);
            } finally {
                Folders.delete(unfinished);
            }
        } catch (IOException failed) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "source-cache-unwritable",
                    "The artifact " + artifact + " cannot be stored in " + versions + ": " + failed.getMessage() + ".",
                    "Make sure that the data folder can be written to and has room, or choose another with --data.",
                    failed);
        }
    }

    /** Gives the version that was found. */
    private String fetch(String artifact, String version, Path folder) throws IOException {
        Path content = Files.createDirectories(folder.resolve("copy").resolve("content"));
        Optional<Path> jar = jar(artifact, version, folder);
        if (jar.isEmpty() && version.equals(NEWEST)) {
            // A repository may know of a release before it has all of its files.
            for (String earlier : maven.known(artifact).stream().skip(1).limit(MOST_EARLIER).toList()) {
                jar = jar(artifact, earlier, folder);
                if (jar.isPresent()) {
                    break;
                }
            }
        }
        if (jar.isEmpty()) {
            throw AgentException.notFound(
                    "source-not-found",
                    "Maven finds neither a javadoc nor a sources jar of " + artifact + (version.equals(NEWEST) ? "" : ":" + version) + ".",
                    "Check group, name and version, or name a folder or archive with the documentation.");
        }
        String name = String.valueOf(jar.get().getFileName());
        List<LeftOut> leftOut = new ArrayList<>();
        if (name.endsWith(JAVADOC)) {
            leftOut.addAll(Archives.extractAll(jar.get(), content, MavenSources::documented));
            Set<String> documented = types(content);
            Optional<Path> sources = maven.copy(artifact, version(artifact, name), "sources", folder.resolve("sources-beside"));
            if (sources.isPresent()) {
                leftOut.addAll(Archives.extractAll(sources.get(), content, path -> written(path) && !documented.contains(type(path))));
            }
        } else {
            leftOut.addAll(Archives.extractAll(jar.get(), content, MavenSources::written));
        }
        new Manifest(List.of(), leftOut).writeBeside(content);
        return version(artifact, name);
    }

    private static String version(String artifact, String jar) {
        String prefix = artifact.substring(artifact.indexOf(':') + 1) + "-";
        String found = jar.startsWith(prefix) ? jar.substring(prefix.length()).replaceFirst("-(javadoc|sources)\\.jar$", "") : "";
        if (!found.matches("[\\w.+-]{1,100}") || found.startsWith(".")) {
            throw new AgentException(AgentException.Kind.UNAVAILABLE, "source-maven-failed",
                    "Maven gave a jar of " + artifact + " whose version cannot be told.", "Name the version: maven:" + artifact + ":VERSION.");
        }
        return found;
    }

    /** Files of types, named as {@link #type} does, that the pages speak of; documentation of modules has a folder for each of them. */
    private static Set<String> types(Path content) throws IOException {
        Set<String> types = new HashSet<>();
        try (Stream<Path> files = Files.walk(content)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = content.relativize(file).toString().replace('\\', '/');
                types.add(type(path));
                types.add(type(path.substring(path.indexOf('/') + 1)));
            }
        }
        return types;
    }

    /** A path without the last extension. */
    private static String type(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    }

    private Optional<Path> jar(String artifact, String version, Path folder) throws IOException {
        Optional<Path> javadoc = maven.copy(artifact, version, "javadoc", folder.resolve("javadoc-" + version));
        return javadoc.isPresent() ? javadoc : maven.copy(artifact, version, "sources", folder.resolve("sources-" + version));
    }

    private static boolean documented(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        boolean used = path.contains("/class-use/") || path.startsWith("index-files/") || path.startsWith("src-html/") || path.startsWith("legal/")
                || path.startsWith("META-INF/") || path.startsWith("doc-files/") || path.startsWith("script-dir/") || path.startsWith("resources/");
        return !used && !LISTS.contains(file) && PageFiles.isPage(file);
    }

    private static boolean written(String path) {
        return (PageFiles.isPage(path.substring(path.lastIndexOf('/') + 1)) || path.endsWith(".java") || path.endsWith(".kt")) && !path.startsWith("META-INF/");
    }

    private static Source source(String name, String location, String version, Path copy) {
        return new Source(name, Source.Kind.MAVEN, location, version, copy.resolve("content"), "", "");
    }
}
