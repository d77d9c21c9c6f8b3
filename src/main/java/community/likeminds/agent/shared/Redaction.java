package community.likeminds.agent.shared;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides sensitive text from logs, reports, metrics and what is kept of questions. There is one way: {@link #of} takes out what looks like a key, a
 * password, an address of a person or the number of a card, an instance takes out values that are known to be secret.
 */
public final class Redaction {

    private static final String SECRET = "[secret]";
    private static final String KNOWN = "***";

    /** What is a secret wherever it stands. Every pattern runs in linear time. */
    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)"),
            Pattern.compile("\\beyJ[\\w-]{8,}\\.[\\w-]{8,}(?:\\.[\\w-]*)?"),
            Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{12,}\\b"),
            Pattern.compile("\\bAIza[\\w-]{20,}"),
            Pattern.compile("(?i)(?<=\\bbearer )[\\w.~+/=-]{8,}"),
            Pattern.compile("(?i)(?<=\\bbasic )[A-Za-z0-9+/]{12,}={0,2}"),
            Pattern.compile("(?<=://)[^\\s/@:]{0,100}:[^\\s/@]{1,200}(?=@)"));

    /** Prefixes that providers give their keys; words may begin with some of them, but have no digits. */
    private static final List<Pattern> PREFIXED = List.of(
            Pattern.compile("\\b(?:sk|pk|rk|whsec|re|key)[-_](?:live|test|proj|ant|prod)?[-_]?[A-Za-z0-9_-]{12,}"),
            Pattern.compile("\\b(?:ghp|gho|ghu|ghs|ghr|npm|glpat|github_pat|xox[abprs]|hf|pypi|dop_v1|shpat|SG)[-_.][A-Za-z0-9_.-]{12,}"));

    /** A name that says that its value is one. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:pass(?:word|wd|phrase)?|pwd|secret|token|credentials?|(?:api|access|private|secret|auth|license|client)[ _-]?key)[\"'`]?\\s{0,3}(?:=|:|\\bis\\b)\\s{0,3}[\"'`]?)"
                    + "([^\\s\"'`,;<>{}]{4,})");

    private static final Pattern PLACEHOLDER = Pattern.compile("(?i)[<{$%\\[].*|your.*|xxx.*|\\*+|process\\.env.*|import\\.meta.*|null|undefined|true|false|string|required|.*\\(.*");
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,100}(?:\\.[\\w-]{1,60})+");
    private static final Pattern DIGITS = Pattern.compile("(?<![\\w-])\\d(?:[ -]?\\d){12,18}(?![\\w-])");
    private static final Pattern LONG = Pattern.compile("[A-Za-z0-9+_-]{24,}={0,2}");
    /** A UUID, a trace, a commit, a digest; with a name before them as some files and threads have one. */
    private static final Pattern IDENTIFIER = Pattern.compile(
            "(?:[a-z]+-)*(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2})");
    /** Names of code have few digits. */
    private static final int DIGITS_OF_A_KEY = 4;

    /** A line of an environment file whose name says that its value is secret. */
    private static final Pattern SECRET_LINE = Pattern.compile(
            "(?im)^([ +-]?[ \\t]*(?:export[ \\t]+)?[A-Z0-9_.]*(?:SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|KEY"
                    + "|CREDENTIAL|DSN)[A-Z0-9_.]*[ \\t]*=[ \\t]*)([^\\s#].*)$");

    private final List<Pattern> known;

    /** @param values that are known to be secret; blank ones are none */
    public Redaction(Collection<String> values) {
        this.known = values.stream()
                .filter(value -> !value.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                // A short value such as "1" is only a secret where it stands alone.
                .map(value -> Pattern.compile(
                        value.length() >= 4 ? Pattern.quote(value) : "(?<![\\w-])" + Pattern.quote(value) + "(?![\\w-])"))
                .toList();
    }

    /** Without the known values. */
    public String text(String written) {
        String text = written;
        for (Pattern value : known) {
            text = value.matcher(text).replaceAll(KNOWN);
        }
        return text;
    }

    /** Also without values of an environment file that were there before, told by their names or by what they look like. */
    public String environmentFile(String written) {
        return of(SECRET_LINE.matcher(text(written)).replaceAll("$1" + KNOWN));
    }

    /** Without whatever looks like a secret. */
    public static String of(String written) {
        return of(written, false);
    }

    /** Without whatever looks like a secret; identifiers of traces, tasks and commits stay, because logs are found by them. */
    public static String ofLog(String written) {
        return of(written, true);
    }

    private static String of(String written, boolean identifiersStay) {
        String text = written;
        for (Pattern secret : SECRETS) {
            text = secret.matcher(text).replaceAll(SECRET);
        }
        for (Pattern prefixed : PREFIXED) {
            text = prefixed.matcher(text).replaceAll(found -> Matcher.quoteReplacement(digits(found.group()) >= 2 ? SECRET : found.group()));
        }
        text = NAMED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                found.group(1) + (value(found.group(1), found.group(2)) ? SECRET : found.group(2))));
        // Looking for the beginning of an address at every character is what costs most.
        text = text.indexOf('@') < 0 ? text : EMAIL.matcher(text).replaceAll("[address]");
        text = DIGITS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(card(found.group()) ? "[number]" : found.group()));
        return LONG.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                random(found.group()) && !(identifiersStay && IDENTIFIER.matcher(found.group()).matches()) ? SECRET : found.group()));
    }

    /** "The token is invalid" has no secret in it, "the token is a1b2c3" has. */
    private static boolean value(String name, String value) {
        if (PLACEHOLDER.matcher(value).matches() || value.equals(SECRET)) {
            return false;
        }
        boolean said = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\"'`]", "").endsWith("is");
        return !said || value.chars().anyMatch(Character::isDigit);
    }

    private static boolean random(String word) {
        return digits(word) >= DIGITS_OF_A_KEY && word.chars().anyMatch(Character::isLetter);
    }

    private static long digits(String word) {
        return word.chars().filter(Character::isDigit).count();
    }

    /** Luhn's check of the number. */
    private static boolean card(String written) {
        String digits = written.replaceAll("\\D", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
