package community.likeminds.agent.agents.coding.codeplanning;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A variable that a build keeps for the version of one group's artifacts: another artifact of the group has that version, too. */
final class SharedVersion {

    private static final Pattern GRADLE = Pattern.compile("[\"']([\\w.-]+):[\\w.-]+:([^\"'\\s]+)[\"']");
    private static final Pattern MAVEN = Pattern.compile("<groupId>\\s*([\\w.-]+)\\s*</groupId>\\s*<artifactId>[^<]+</artifactId>\\s*<version>\\s*([^<\\s]+)\\s*</version>");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([\\w.-]+)\\}?");

    private SharedVersion() {}

    /**
     * The variable as the build writes it; empty where its artifacts of the group have different versions, or the variable is not called as the group is.
     *
     * @param name {@code group:artifact}
     * @param build text of a Gradle build file or of a POM
     */
    static String of(String name, String build) {
        String group = name.substring(0, name.indexOf(':'));
        Matcher declared = (build.contains("<project") ? MAVEN : GRADLE).matcher(build);
        Set<String> versions = declared.results().filter(one -> one.group(1).equals(group)).map(one -> one.group(2)).collect(Collectors.toSet());
        String version = versions.size() == 1 ? versions.iterator().next() : "";
        Matcher variable = VARIABLE.matcher(version);
        String called = group.substring(group.lastIndexOf('.') + 1).replaceFirst("\\d+$", "").toLowerCase(Locale.ROOT);
        return variable.matches() && !called.isEmpty() && variable.group(1).toLowerCase(Locale.ROOT).contains(called) ? version : "";
    }
}
