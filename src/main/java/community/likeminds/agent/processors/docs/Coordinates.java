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
 * @param scope Maven scope, {@code optional}, or empty; {@code import} for a bill of materials, Gradle's platforms included
 * @param configuration Gradle's configuration as written; empty in a piece of a {@code pom.xml}
 */
public record Coordinates(String group, String artifact, String version, String scope, String configuration) {

    private static final String IMPORT = "import";

    private static final Pattern MAVEN = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern GRADLE = Pattern.compile(
            "\\b((?:test|androidTest|debug|release)?(?:[iI]mplementation|[cC]ompileOnly|[rR]untimeOnly|[kK]apt|[kK]sp|[aA]nnotationProcessor)|kapt(?:Android)?Test|kspTest|api|compile|developmentOnly"
                    + "|testAndDevelopmentOnly)\\s*\\(?\\s*((?:enforcedP|p)latform\\s*\\(\\s*)?[\"']([\\w.-]+):([\\w.-]+)(?::([^\"'@]+))?[\"']");

    private static final Pattern MAVEN_COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern COMMENT = Pattern.compile("(?m)^[ \\t]*//.*$|(?s:/\\*.*?\\*/)");
    private static final Pattern OPTIONAL = Pattern.compile("<optional>\\s*true\\s*</optional>");

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
        Matcher matcher = MAVEN.matcher(MAVEN_COMMENT.matcher(xml).replaceAll(""));
        while (matcher.find()) {
            String group = tag(matcher.group(1), "groupId");
            String artifact = tag(matcher.group(1), "artifactId");
            if (!group.isEmpty() && !artifact.isEmpty()) {
                String scope = tag(matcher.group(1), "scope");
                boolean optional = scope.isEmpty() && OPTIONAL.matcher(matcher.group(1)).find();
                found.add(new Coordinates(group, artifact, tag(matcher.group(1), "version"), optional ? "optional" : scope, ""));
            }
        }
        return found;
    }

    /** The dependencies of a piece of a Gradle build, in order. */
    public static List<Coordinates> gradle(String code) {
        List<Coordinates> found = new ArrayList<>();
        Matcher matcher = GRADLE.matcher(COMMENT.matcher(code).replaceAll(""));
        while (matcher.find()) {
            String scope = matcher.group(2) != null ? IMPORT : scope(matcher.group(1));
            String version = matcher.group(5) == null ? "" : matcher.group(5);
            found.add(new Coordinates(matcher.group(3), matcher.group(4), version, scope, matcher.group(1)));
        }
        return found;
    }

    /** What Maven calls a configuration of Gradle's. */
    private static String scope(String configuration) {
        return configuration.matches("test(?!And).*|androidTest.*|\\w+Test") ? "test" : configuration.endsWith("ompileOnly") ? "provided" : configuration.endsWith("untimeOnly") ? "runtime" : "";
    }

    private static String tag(String xml, String name) {
        Matcher matcher = Pattern.compile("<" + name + ">\\s*([^<]*?)\\s*</" + name + ">").matcher(xml);
        return matcher.find() ? matcher.group(1) : "";
    }
}
