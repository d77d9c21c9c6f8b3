package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.code.StructuralEdits;
import java.util.List;
import java.util.regex.Pattern;

/** Tells Maven's compiler which processors it runs over annotations. */
final class MavenProcessors {

    private static final Pattern PATHS = Pattern.compile("<annotationProcessorPaths>(?s:.*?)</annotationProcessorPaths>");
    /** Dependencies that the compiler finds processors in by itself, until it is told which ones to run. */
    private static final Pattern FOUND = Pattern.compile(".*:(?:lombok|[\\w.-]*-(?:annotation-)?processor|[\\w.-]*-apt|[\\w.-]*-processor-[\\w.-]+|immutables|value)");

    private static final Pattern COMPILER = Pattern.compile(
            "(?s)<plugin>\\s*(?:<groupId>\\s*org\\.apache\\.maven\\.plugins\\s*</groupId>\\s*)?<artifactId>\\s*maven-compiler-plugin\\s*</artifactId>\\s*(?:<version>[^<]*</version>\\s*)?"
                    + "<configuration>\\s*(?:<(source|target|release)>[^<]*</\\1>\\s*)*</configuration>\\s*</plugin>");
    private static final Pattern EMPTY = Pattern.compile("<build>\\s*<plugins>\\s*</plugins>\\s*</build>|<plugins>\\s*</plugins>");

    private final StructuralEdits edits;
    private final ProjectProfile project;

    MavenProcessors(StructuralEdits edits, ProjectProfile project) {
        this.edits = edits;
        this.project = project;
    }

    /** A piece of a {@code pom.xml} without a compiler plug-in that is told nothing but its processors, which are declared as the project has it. */
    static String without(String xml) {
        String left = PATHS.matcher(xml).replaceAll("");
        return left.equals(xml) ? xml : EMPTY.matcher(COMPILER.matcher(left).replaceAll("")).replaceAll("");
    }

    /** The edit of the {@code pom.xml}; unchanged without a conflict when the compiler runs it already. */
    StructuralEdits.Edit declare(String pom, String group, String artifact, String version) {
        boolean told = PATHS.matcher(pom).find();
        if (PATHS.matcher(pom).results().anyMatch(one -> one.group().matches("(?s).*<artifactId>\\s*" + Pattern.quote(artifact) + "\\s*</artifactId>.*"))) {
            return new StructuralEdits.Edit(pom, List.of(), List.of(), null);
        }
        List<String> found = project.dependencies().keySet().stream().filter(one -> FOUND.matcher(one).matches()).sorted().toList();
        if (!told && !found.isEmpty()) {
            return new StructuralEdits.Edit(pom, List.of(), List.of(),
                    "The compiler would no longer run " + String.join(", ", found) + " once it is told which annotation processors to run: name them together in annotationProcessorPaths.");
        }
        String path = "<path>\n" + MavenExclusions.coordinates(group + ":" + artifact, 1) + (version.isEmpty() ? "" : "  <version>" + version + "</version>\n") + "</path>\n";
        return MavenExclusions.merge(edits, pom, """
                <build>
                  <plugins>
                    <plugin>
                      <groupId>org.apache.maven.plugins</groupId>
                      <artifactId>maven-compiler-plugin</artifactId>
                      <configuration>
                        <annotationProcessorPaths>
                %s        </annotationProcessorPaths>
                      </configuration>
                    </plugin>
                  </plugins>
                </build>
                """.formatted(path.indent(10)));
    }
}
