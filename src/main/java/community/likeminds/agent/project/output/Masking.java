package community.likeminds.agent.project.output;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Hides secret text from what people and reports see. */
final class Masking {

    private static final String MASK = "***";
    private static final Pattern SECRET_LINE = Pattern.compile(
            "(?im)^([ +-]?[ \\t]*(?:export[ \\t]+)?[A-Z0-9_.]*(?:SECRET|TOKEN|PASSWORD|PASSWD|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY"
                    + "|CREDENTIAL|DSN)[A-Z0-9_.]*[ \\t]*=[ \\t]*)([^\\s#].*)$");

    private final List<Pattern> secrets;

    Masking(List<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> !secret.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                // A short value such as "1" is only a secret where it stands alone.
                .map(secret -> Pattern.compile(
                        secret.length() >= 4 ? Pattern.quote(secret) : "(?<![\\w-])" + Pattern.quote(secret) + "(?![\\w-])"))
                .toList();
    }

    String text(String text) {
        String masked = text;
        for (Pattern secret : secrets) {
            masked = secret.matcher(masked).replaceAll(MASK);
        }
        return masked;
    }

    /** Also hides values of an environment file that were there before, told by their names. */
    String environmentFile(String text) {
        return SECRET_LINE.matcher(text(text)).replaceAll("$1" + MASK);
    }
}
