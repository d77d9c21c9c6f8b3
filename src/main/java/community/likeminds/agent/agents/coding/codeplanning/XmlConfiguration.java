package community.likeminds.agent.agents.coding.codeplanning;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Configuration in XML that servers of the JVM read: which of the project's files a guide's piece is for, and what of it is the guide's own example. */
final class XmlConfiguration {

    private record Kind(Pattern content, Pattern file) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(Pattern.compile("<(?:Configuration|Appenders|Loggers)\\b"), Pattern.compile("(?:.*/)?src/main/resources/log4j2(?:-spring)?\\.xml")),
            new Kind(Pattern.compile("<(?:configuration\\b(?s:.*)<(?:appender|logger|root)|appender|logger|root)\\b"), Pattern.compile("(?:.*/)?src/main/resources/logback(?:-spring)?\\.xml")),
            new Kind(Pattern.compile("<persistence(?:-unit)?\\b"), Pattern.compile("(?:.*/)?META-INF/persistence\\.xml")),
            new Kind(Pattern.compile("<(?:web-app|servlet|servlet-mapping|filter|filter-mapping|context-param)\\b"), Pattern.compile("(?:.*/)?WEB-INF/web\\.xml")));
    private static final Pattern BUILD = Pattern.compile("<(?:project|dependency|dependencies|plugin|plugins|build|repository|exclusion)\\b");
    private static final Pattern APPENDER = Pattern.compile("(?s)[ \\t]*<appender\\b[^>]*\\bname=\"([^\"]+)\"[^>]*>.*?</appender>[ \\t]*\\n?");

    private XmlConfiguration() {}

    /** Whether code is a piece of such a configuration. */
    static boolean is(String code) {
        return !BUILD.matcher(code).find() && KINDS.stream().anyMatch(one -> one.content().matcher(code).find());
    }

    /** The project's only file of that kind. */
    static Optional<String> file(String code, Workspace files) {
        Kind kind = KINDS.stream().filter(one -> one.content().matcher(code).find()).findFirst().orElse(null);
        List<String> own = kind == null ? List.of() : files.paths().stream().filter(path -> kind.file().matcher(path).matches()).toList();
        return own.size() == 1 ? Optional.of(own.getFirst()) : Optional.empty();
    }

    /** The piece without appenders of the logging framework itself that a guide shows beside the library's: the project has its own. */
    static String withoutExamples(String code) {
        Matcher appender = APPENDER.matcher(code);
        List<String> own = APPENDER.matcher(code).results().filter(one -> !framework(one.group())).map(one -> one.group(1)).toList();
        if (own.isEmpty()) {
            return code;
        }
        String text = code;
        while (appender.find()) {
            if (framework(appender.group()) && own.stream().noneMatch(name -> appender.group().contains("\"" + name + "\""))) {
                text = text.replace(appender.group(), "").replaceAll("[ \\t]*<appender-ref\\s+ref=\"" + Pattern.quote(appender.group(1)) + "\"\\s*(?:/>|>\\s*</appender-ref>)[ \\t]*\\n?", "");
            }
        }
        return text;
    }

    private static boolean framework(String appender) {
        return appender.substring(0, appender.indexOf('>')).contains("\"ch.qos.logback.");
    }
}
