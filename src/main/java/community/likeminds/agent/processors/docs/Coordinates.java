package community.likeminds.agent.processors.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dependency of a JVM project as documentation declares it.
 *
 * @param group group id
 * @param artifact artifact id
 * @param version as written, or empty
 * @param scope Maven scope, {@code optional}, or empty; {@code import} for a bill of materials, Gradle's platforms included; {@code processor}
 *     for what Maven's compiler runs over annotations
 * @param configuration Gradle's configuration as written; empty in a piece of a {@code pom.xml}
 * @param exclusions {@code group:artifact} of what it must not bring along; {@code *} stands for any
 */
public record Coordinates(String group, String artifact, String version, String scope, String configuration, List<String> exclusions) {

    /** Scope of what Maven's compiler runs over annotations. */
    public static final String PROCESSOR = "processor";

    private static final String IMPORT = "import";

    /** A dependency, or a processor of annotations. */
    private static final Pattern MAVEN = Pattern.compile("<(dependency|path|annotationProcessorPath)>(.*?)</\\1>", Pattern.DOTALL);
    private static final Pattern EXCLUSIONS = Pattern.compile("<exclusions>.*?</exclusions>", Pattern.DOTALL);
    private static final Pattern EXCLUSION = Pattern.compile("<exclusion>(.*?)</exclusion>", Pattern.DOTALL);
    /** What Gradle leaves out of the dependency that the block stands behind. */
    private static final Pattern BLOCK = Pattern.compile("\\s*\\)*\\s*\\{([^{}]*)\\}");
    private static final Pattern EXCLUDE = Pattern.compile("\\bexclude\\b\\s*\\(?\\s*([^\\n)]*)");
    private static final Pattern ARGUMENT = Pattern.compile("(?:\\b(group|module)\\s*[:=]\\s*)?[\"']([\\w.*-]+)[\"']");

    private static final Pattern GRADLE = Pattern.compile(
            "\\b((?:test|androidTest|debug|release)?(?:[iI]mplementation|[cC]ompileOnly|[rR]untimeOnly|[kK]apt|[kK]sp|[aA]nnotationProcessor)|kapt(?:Android)?Test|kspTest|api|compile|developmentOnly"
                    + "|testAndDevelopmentOnly)\\s*\\(?\\s*((?:enforcedP|p)latform\\s*\\(\\s*)?[\"']([\\w.-]+):([\\w.-]+)(?::([^\"'@]+))?[\"']");

    private static final Pattern MAVEN_COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern COMMENT = Pattern.compile("(?m)^[ \\t]*//.*$|(?s:/\\*.*?\\*/)");
    private static final Pattern OPTIONAL = Pattern.compile("<optional>\\s*true\\s*</optional>");

    public Coordinates {
        exclusions = List.copyOf(exclusions);
    }

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
            String own = EXCLUSIONS.matcher(matcher.group(2)).replaceAll("");
            String group = tag(own, "groupId");
            String artifact = tag(own, "artifactId");
            if (!group.isEmpty() && !artifact.isEmpty()) {
                String scope = matcher.group(1).equals("dependency") ? tag(own, "scope") : PROCESSOR;
                boolean optional = scope.isEmpty() && OPTIONAL.matcher(own).find();
                List<String> exclusions = EXCLUSION.matcher(matcher.group(2)).results()
                        .map(one -> any(tag(one.group(1), "groupId")) + ":" + any(tag(one.group(1), "artifactId"))).toList();
                found.add(new Coordinates(group, artifact, tag(own, "version"), optional ? "optional" : scope, "", exclusions));
            }
        }
        return found;
    }

    /** The dependencies of a piece of a Gradle build, in order. */
    public static List<Coordinates> gradle(String code) {
        List<Coordinates> found = new ArrayList<>();
        String plain = COMMENT.matcher(code).replaceAll("");
        Matcher matcher = GRADLE.matcher(plain);
        while (matcher.find()) {
            String scope = matcher.group(2) != null ? IMPORT : scope(matcher.group(1));
            String version = matcher.group(5) == null ? "" : matcher.group(5);
            found.add(new Coordinates(matcher.group(3), matcher.group(4), version, scope, matcher.group(1), excluded(plain, matcher.end())));
        }
        return found;
    }

    private static List<String> excluded(String code, int from) {
        Matcher block = BLOCK.matcher(code).region(from, code.length());
        if (!block.lookingAt()) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (MatchResult exclude : EXCLUDE.matcher(block.group(1)).results().toList()) {
            String group = "";
            String module = "";
            for (MatchResult argument : ARGUMENT.matcher(exclude.group(1)).results().toList()) {
                boolean ofModule = argument.group(1) == null ? !group.isEmpty() : argument.group(1).equals("module");
                module = ofModule ? argument.group(2) : module;
                group = ofModule ? group : argument.group(2);
            }
            if (!group.isEmpty() || !module.isEmpty()) {
                found.add(any(group) + ":" + any(module));
            }
        }
        return found;
    }

    private static String any(String name) {
        return name.isEmpty() ? "*" : name;
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
