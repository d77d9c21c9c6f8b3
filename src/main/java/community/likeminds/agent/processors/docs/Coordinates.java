package community.likeminds.agent.processors.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dependency of a JVM project as documentation declares it.
 *
 * @param group group id
 * @param artifact artifact id
 * @param version as written, or empty
 * @param scope Maven scope or empty; {@code import} for a bill of materials, Gradle's platforms included
 */
public record Coordinates(String group, String artifact, String version, String scope) {

    private static final String IMPORT = "import";

    private static final Pattern MAVEN = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern GRADLE = Pattern.compile(
            "\\b(implementation|api|compileOnly|runtimeOnly|testImplementation|kapt|annotationProcessor|compile)\\s*\\(?\\s*((?:enforcedP|p)latform\\s*\\(\\s*)?[\"']([\\w.-]+):([\\w.-]+)(?::([^\"'@]+))?[\"']");

    /** Whether it is a bill of materials, which decides versions and brings nothing itself. */
    public boolean bom() {
        return scope.equals(IMPORT);
    }

    /** Group and artifact, joined with a colon. */
    public String name() {
        return group + ":" + artifact;
    }

    /** Whether the version is one that a build could use, not a placeholder such as {@code 1.X.X} or {@code ${version}}. */
    public boolean concrete() {
        return version.matches("\\d[\\w.+-]*") && !version.matches("(?i).*(?:^|[.])x(?:$|[.]).*");
    }

    /** The dependencies of a piece of {@code pom.xml}, in order. */
    public static List<Coordinates> maven(String xml) {
        List<Coordinates> found = new ArrayList<>();
        Matcher matcher = MAVEN.matcher(xml);
        while (matcher.find()) {
            String group = tag(matcher.group(1), "groupId");
            String artifact = tag(matcher.group(1), "artifactId");
            if (!group.isEmpty() && !artifact.isEmpty()) {
                found.add(new Coordinates(group, artifact, tag(matcher.group(1), "version"), tag(matcher.group(1), "scope")));
            }
        }
        return found;
    }

    /** The dependencies of a piece of a Gradle build, in order. */
    public static List<Coordinates> gradle(String code) {
        List<Coordinates> found = new ArrayList<>();
        Matcher matcher = GRADLE.matcher(code);
        while (matcher.find()) {
            String scope = matcher.group(2) != null ? IMPORT : matcher.group(1).startsWith("test") ? "test" : "";
            String version = matcher.group(5) == null ? "" : matcher.group(5);
            found.add(new Coordinates(matcher.group(3), matcher.group(4), version, scope));
        }
        return found;
    }

    private static String tag(String xml, String name) {
        Matcher matcher = Pattern.compile("<" + name + ">\\s*([^<]*?)\\s*</" + name + ">").matcher(xml);
        return matcher.find() ? matcher.group(1) : "";
    }
}
