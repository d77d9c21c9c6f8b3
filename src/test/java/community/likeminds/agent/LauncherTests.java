package community.likeminds.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script, with programs that only say how they were called in the places of the JDK and of Maven. */
class LauncherTests {

    private static final String SAYS_HOW_IT_IS_CALLED =
            """
            #!/bin/sh
            case "$*" in
              *jarmode=tools*)
                while [ "$1" != --destination ]; do shift; done
                mkdir -p "$2" && : > "$2/likeminds-agent.jar" ;;
              *AOTCacheOutput=* | *-Xshare:dump*)
                for argument in "$@"; do
                  case $argument in -XX:AOTCacheOutput=* | -XX:SharedArchiveFile=*) echo cache > "${argument#*=}" ;; esac
                done ;;
              *) echo "in $(pwd)"; for argument in "$@"; do echo "[$argument]"; done ;;
            esac
            """;

    private static final String MAVEN =
            """
            #!/bin/sh
            while [ "$1" != -f ]; do shift; done
            root=${2%/pom.xml}
            echo build >> "$root/builds"
            sleep "${BUILD_SECONDS:-0}"
            [ -z "${BUILD_FAILS:-}" ] || { echo "ERROR: no luck"; exit 1; }
            mkdir -p "$root/target" && echo jar > "$root/target/likeminds-agent.jar"
            """;

    @TempDir
    Path folder;

    private Path home;
    private Path jdk;
    private Path programs;
    private Path elsewhere;

    @BeforeEach
    void checkout() throws IOException {
        folder = folder.toRealPath();
        home = Files.createDirectories(folder.resolve("my checkout"));
        Files.copy(Path.of("likeminds"), home.resolve("likeminds"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.writeString(Files.createDirectories(home.resolve("src/main")).resolve("A.java"), "class A {}");
        jdk = jdk("25.0.1", folder.resolve("a jdk"));
        programs = Files.createDirectories(folder.resolve("programs"));
        executable(programs.resolve("mvn"), MAVEN);
        elsewhere = Files.createDirectories(folder.resolve("else where"));
    }

    @Test
    void buildsOnceThenStartsWithTheArgumentsInTheCallersFolder() throws Exception {
        Result first = launch(Map.of(), "ask", "two words", "--source", "a'b");
        assertThat(first.status()).isZero();
        assertThat(first.err()).isEqualTo("Building (first use, takes a minute or two) …\n");
        assertThat(first.out().lines())
                .contains("in " + elsewhere, "[-Dlikeminds.home=" + home + "]", "[--enable-native-access=ALL-UNNAMED]")
                .containsSubsequence("[-jar]", "[ask]", "[two words]", "[--source]", "[a'b]");
        Result second = launch(Map.of(), "--version");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).contains("[-XX:AOTCache=" + home + "/target/app/help-25.0.1.aot]", "[--version]");
        assertThat(launch(Map.of(), "sources").out())
                .contains("[-XX:AOTCache=" + home + "/target/app/start-25.0.1.aot]", "[sources]");
        assertThat(builds()).isOne();
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        launch(Map.of(), "--version");
        Files.setLastModifiedTime(
                home.resolve("src/main/A.java"), FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(launch(Map.of(), "--version").err()).isEqualTo("Building (the sources have changed) …\n");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void isFoundThroughSymbolicLinks() throws Exception {
        Path inner = Files.createSymbolicLink(folder.resolve("inner link"), Path.of("my checkout/likeminds"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("lm"), inner);
        Result result = run(List.of(link.toString(), "--version"), Map.of());
        assertThat(result.out()).contains("[-Dlikeminds.home=" + home + "]");
    }

    @Test
    void twoFirstRunsAtOnceBuildOnce() throws Exception {
        List<String> command = List.of(home.resolve("likeminds").toString(), "--version");
        Process one = start(command, Map.of("BUILD_SECONDS", "2"));
        Process two = start(command, Map.of("BUILD_SECONDS", "2"));
        assertThat(end(one).status()).isZero();
        assertThat(end(two).status()).isZero();
        assertThat(builds()).isOne();
    }

    @Test
    void aLockThatADeadBuilderLeftIsTakenOver() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path lock = Files.createDirectories(home.resolve("target/.likeminds-lock"));
        Files.writeString(lock.resolve("pid"), gone.pid() + "\n");
        assertThat(launch(Map.of(), "--version").status()).isZero();
        assertThat(lock).doesNotExist();
    }

    @Test
    void aFailedBuildIsSaidWithItsLastLinesAndTriedAgain() throws Exception {
        Result failed = launch(Map.of("BUILD_FAILS", "yes"), "--version");
        assertThat(failed.status()).isOne();
        assertThat(failed.err()).contains("ERROR: no luck", "Error: The build failed. The whole log is");
        assertThat(launch(Map.of(), "--version").status()).isZero();
        assertThat(home.resolve("target/.likeminds-lock")).doesNotExist();
    }

    @Test
    void withoutAJdkOneSentenceSaysWhatToInstall() throws Exception {
        Path old = jdk("21.0.4", folder.resolve("old"));
        Result result = launch(Map.of("JAVA_HOME", old.toString(), "PATH", onlyTools().toString()), "--version");
        assertThat(result.status()).isOne();
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).startsWith("Error: No JDK 25 or newer was found. Install one");
    }

    @Test
    void aJdkIsFoundInTheUsualFoldersWhenJavaHomeIsTooOld() throws Exception {
        Path old = jdk("17.0.9", folder.resolve("old"));
        Path jdks = Files.createDirectories(folder.resolve("jdks"));
        jdk("21.0.4", jdks.resolve("a-21"));
        jdk("26", jdks.resolve("b-26"));
        Result result = launch(
                Map.of("JAVA_HOME", old.toString(), "LIKEMINDS_JDK_FOLDERS", jdks.toString()), "--version");
        assertThat(result.status()).isZero();
        assertThat(launch(Map.of("JAVA_HOME", jdks.resolve("b-26").toString()), "--version")
                        .out())
                .contains("help-26.aot");
    }

    @Test
    void withoutMavenOneSentenceSaysSo() throws Exception {
        Result result = launch(Map.of("PATH", onlyTools().toString()), "--version");
        assertThat(result.status()).isOne();
        assertThat(result.err()).isEqualTo(
                "Error: Maven was not found. Install Maven 3.8.7 or newer; it builds the product once.\n");
    }

    @Test
    void aServerHasACacheThatAServerWasWatchedFor() throws Exception {
        executable(jdk.resolve("bin/java"), SAYS_HOW_IT_IS_CALLED.replace("case \"$*\" in", "echo \"$*\" >> " + quoted(folder.resolve("called")) + "\ncase \"$*\" in"));
        assertThat(launch(Map.of(), "serve").out()).contains("[-XX:SharedArchiveFile=" + home + "/target/app/server-25.0.1.jsa]", "[serve]");
        List<String> called = Files.readAllLines(folder.resolve("called"));
        String watched = called.stream().filter(line -> line.contains("DumpLoadedClassList")).findAny().orElseThrow();
        assertThat(watched).contains("warm-up --server", "--add-modules jdk.incubator.vector");
        String classes = watched.replaceFirst(".*-XX:DumpLoadedClassList=(\\S+) .*", "$1");
        assertThat(called).filteredOn(line -> line.contains("-Xshare:dump")).singleElement().asString()
                .contains("-XX:SharedClassListFile=" + classes, "--add-modules jdk.incubator.vector");
    }

    @Test
    void optionsBeforeTheCommandDoNotHideIt() throws Exception {
        String[][] lines = {{"--data", "state", "serve"}, {"--data=state", "-v", "serve"}, {"--no-color", "serve", "--port", "0"}};
        for (String[] line : lines) {
            assertThat(launch(Map.of(), line).out()).contains("server-25.0.1.jsa").doesNotContain("TieredStopAtLevel");
        }
        assertThat(launch(Map.of(), "--data", "serve", "sources").out()).contains("start-25.0.1.aot", "TieredStopAtLevel");
    }

    @Test
    void anotherJdkGetsCachesOfItsOwnFromOneOfThoseThatStart() throws Exception {
        launch(Map.of(), "--version");
        Path other = jdk("25.0.2", folder.resolve("other"));
        executable(other.resolve("bin/java"), SAYS_HOW_IT_IS_CALLED.replace("*-Xshare:dump*)", "*-Xshare:dump*)\n    sleep 1; echo x >> " + quoted(folder.resolve("recorded"))));
        List<String> command = List.of(home.resolve("likeminds").toString(), "sources");
        Process one = start(command, Map.of("JAVA_HOME", other.toString()));
        Process two = start(command, Map.of("JAVA_HOME", other.toString()));
        List<Result> results = List.of(end(one), end(two));
        assertThat(results).allMatch(result -> result.status() == 0).filteredOn(result -> result.err().contains("Preparing faster starts")).hasSize(1);
        assertThat(Files.readAllLines(folder.resolve("recorded"))).as("caches that were recorded").hasSize(3);
        assertThat(launch(Map.of("JAVA_HOME", other.toString()), "sources").out()).contains("/target/app/start-25.0.2.aot]");
    }

    @Test
    void anInstallationThatCannotBeWrittenToStartsWithoutACache() throws Exception {
        launch(Map.of(), "--version");
        Path other = jdk("25.0.2", folder.resolve("other"));
        Files.delete(home.resolve("pom.xml"));
        Files.move(home.resolve("target/app"), home.resolve("app"));
        // For root no folder is read-only; a file in the place of the lock is as good.
        Files.writeString(home.resolve("app/.training"), "");
        Result result = launch(Map.of("JAVA_HOME", other.toString()), "sources");
        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("[sources]").doesNotContain("AOTCache");
    }

    private static String quoted(Path path) {
        return "'" + path + "'";
    }

    @Test
    void commandsAreOptimisedAsMuchAsTheyLast() throws Exception {
        launch(Map.of(), "--version");
        for (String command : List.of("sources", "plan", "integrate", "demo")) {
            assertThat(launch(Map.of(), command).out()).contains("[-XX:TieredStopAtLevel=1]").doesNotContain("Tier4");
        }
        for (String command : List.of("ingest", "serve")) {
            assertThat(launch(Map.of(), command, "docs").out())
                    .contains("[-XX:Tier4InvocationThreshold=50000]")
                    .doesNotContain("TieredStopAtLevel");
        }
        String[][] lines = {{"bench"}, {"serve", "--roles", "gateway"}, {"serve", "--roles=gateway"}};
        for (String[] line : lines) {
            assertThat(launch(Map.of(), line).out()).doesNotContain("Tier");
        }
    }

    /** A path that holds neither Maven nor the machine's own JDK. */
    private Path onlyTools() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("readlink", "cksum", "mkdir", "find", "head", "cat", "rm", "sleep")) {
            for (Path program : List.of(Path.of("/bin", tool), Path.of("/usr/bin", tool))) {
                if (Files.isExecutable(program)) {
                    executable(tools.resolve(tool), "#!/bin/sh\nexec " + program + " \"$@\"\n");
                }
            }
        }
        return tools;
    }

    private long builds() throws IOException {
        return Files.readAllLines(home.resolve("builds")).size();
    }

    private Path jdk(String version, Path place) throws IOException {
        executable(Files.createDirectories(place.resolve("bin")).resolve("java"), SAYS_HOW_IT_IS_CALLED);
        executable(place.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(place.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return place;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Result launch(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(home.resolve("likeminds").toString()));
        command.addAll(List.of(arguments));
        return run(command, environment);
    }

    private Result run(List<String> command, Map<String, String> environment) throws Exception {
        return end(start(command, environment));
    }

    private Process start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(elsewhere.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        Map<String, String> variables = builder.environment();
        String path = variables.getOrDefault("PATH", "/usr/bin:/bin");
        variables.clear();
        variables.put("HOME", folder.toString());
        variables.put("PATH", programs + ":" + path);
        variables.put("JAVA_HOME", jdk.toString());
        variables.put("LIKEMINDS_JDK_FOLDERS", "");
        variables.putAll(environment);
        return builder.start();
    }

    private static Result end(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), out, err);
    }

    private record Result(int status, String out, String err) {}
}
