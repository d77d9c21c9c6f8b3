package community.likeminds.agent.agents.coding.requirementanalysis;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which Java a Maven or Gradle project is made for. */
final class JvmVersions {

    private static final List<Pattern> BUILD = List.of(
            Pattern.compile("<maven\\.compiler\\.release>([^<$]+)<"), Pattern.compile("<java\\.version>([^<$]+)<"),
            Pattern.compile("<release>(\\d+)<"), Pattern.compile("<maven\\.compiler\\.(?:target|source)>([^<$]+)<"),
            Pattern.compile("<jvmTarget>([^<$]+)<"),
            Pattern.compile("JavaLanguageVersion\\.of\\(\\s*[\"']?(\\d+)"), Pattern.compile("\\bjvmToolchain\\s*\\(\\s*(\\d+)"),
            Pattern.compile("\\b(?:source|target)Compatibility\\s*=?\\s*(?:JavaVersion\\.VERSION_)?[\"']?([\\d._]+)"),
            Pattern.compile("\\boptions\\.release(?:\\.set\\(|\\s*=\\s*)(\\d+)"), Pattern.compile("\\bjvmTarget\\s*=\\s*[\"'](\\d[\\d.]*)"));

    private JvmVersions() {}

    static void describe(ProjectFiles files, List<String> builds, Facts facts) {
        for (String build : builds) {
            if (!files.has(build)) {
                continue;
            }
            for (Pattern pattern : BUILD) {
                Matcher found = pattern.matcher(files.text(build));
                if (found.find()) {
                    facts.seen("jdk-version", found.group(1).replace('_', '.').replaceFirst("^1\\.", ""), files.place(build, pattern));
                    return;
                }
            }
        }
    }
}
