package community.likeminds.agent.processors.code.formats;

import java.util.Locale;

/** Names of entries. */
final class Names {

    private Names() {}

    /** A Python package's name as PEP 503 compares it. */
    static String requirement(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
    }

    /** The package of a line of a requirements file, or empty for options. */
    static String requirementLine(String line) {
        return line.startsWith("-") || line.contains("://") && !line.contains("@") ? "" : requirement(line.split("[\\s\\[<>=!~;@]", 2)[0]);
    }

    /** The name before an equals sign, or empty. */
    static String setting(String line) {
        int equals = line.indexOf('=');
        return equals > 0 ? line.substring(0, equals).strip() : "";
    }

    /** The variable that a line of a Dockerfile sets, or empty for other instructions. */
    static String instruction(String line) {
        return line.matches("(?is)(?:ENV|ARG)\\s+[\\w]+[=\\s].*") ? line.replaceFirst("(?is)^(\\w+)\\s+(\\w+).*", "$1 $2") : "";
    }
}
