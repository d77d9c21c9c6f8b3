package community.likeminds.agent.agents.coding.requirementanalysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a developer types. English; deterministic; an unclear request is read as a plain wish for its content words. */
public final class RequestReader {

    private static final Pattern URL = Pattern.compile("https?://[^\\s\"'<>)\\]]+[^\\s\"'<>)\\].,;:!?]");
    private static final Pattern ENVIRONMENT = Pattern.compile("\\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\\b");
    private static final Pattern ROUTE = Pattern.compile("(?<![\\w/.@-])/[a-z][\\w/-]*");
    private static final Pattern NEGATED = Pattern.compile(
            "\\b(?:without|except|excluding|leave out|instead of|not the|not an|not a|rather than|but not|don't (?:use|add)|do not (?:use|add)|no)\\s+([^,.;:()]+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SETUP_ONLY = Pattern.compile(
            "\\b(?:only|just|without (?:the|any|its) [\\w -]*example|no examples?|no [\\w -]*example)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern REPLACE_START = Pattern.compile(
            "\\breplac\\w*\\s+(?:the|our|my)\\s+(?:start|starter|home|landing|default|welcome|first|main|whole)?\\s*(?:page|app|screen)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBJECT = Pattern.compile(
            "^\\W*(?:please\\s+)?(?:can you\\s+|i want to\\s+|we want to\\s+)?\\p{L}+(?:\\s+up)?\\s+(.+?)(?=\\s+(?:to|in|into|on|for|with|between|using|at|as|that|which|when|by|from|instead|of|and|under|below|above)\\b(?!-)|[,.;:(]|$)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** "Finish setting up X" is about X. */
    private static final Pattern SETTING_UP = Pattern.compile(
            "^\\W*(?:please\\s+)?(?:finish|complete|continue)\\s+(?:setting up|integrating|installing|adding|configuring)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern REPLACED_BY = Pattern.compile("^\\W*replac\\w*\\s.*?\\s(?:with|by)\\s+([^,.;:(]+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What only somebody who knows the project can decide: events, places, wiring of the project's own names. */
    private static final List<Pattern> COMPOSED = List.of(
            Pattern.compile("\\bwhen(?:ever)?\\s+(?:somebody|someone|some|a|an|the|any|users?|customers?|people)\\b", Pattern.CASE_INSENSITIVE),
            Pattern.compile("\\bwhen\\b.*\\b(?:is|are) (?:set|booked|created|paid|sent|wrong|done|missing|deleted|updated|added)\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
            Pattern.compile("\\bon\\s+(?![\\w.]*\\.(?:com|org|net|io|dev|app|ai|co|[cm]?[jt]sx?|vue|svelte|java|kt|md|json)\\b)[a-z]+(?:[._][a-z]+)+", Pattern.CASE_INSENSITIVE),
            Pattern.compile("\\b(?:GET|POST|PUT|PATCH|DELETE)\\s+/"),
            Pattern.compile("\\b\\w+\\(\\)"),
            Pattern.compile("\\b(?:below|beneath|under|above|beside|next to|at the (?:top|bottom) of)\\s+(?:what|the|our|my)\\b", Pattern.CASE_INSENSITIVE),
            Pattern.compile("\\b(?:in|on|into)\\s+(?:our|the|my)\\s+(?:header|footer|side ?bar|dashboard|nav\\w*|menu|profile|settings|home ?page|checkout)\\b", Pattern.CASE_INSENSITIVE),
            Pattern.compile("\\bbutton\\b", Pattern.CASE_INSENSITIVE),
            Pattern.compile("\\b(?:trigger|mark|log|store|save|count|sort|filter|translate|summari[sz]e)s?\\s+(?:the|a|an|each|every|all)\\b(?!\\s+(?:http\\s+)?(?:requests?|responses?|errors?|traffic|events?)\\b)", Pattern.CASE_INSENSITIVE),
            Pattern.compile("\\blist\\s+(?:the|all|every|each)\\b", Pattern.CASE_INSENSITIVE),
            Pattern.compile("\\b(?:add|create|make|build)\\s+an?\\s+(?:\\w+\\s+){0,2}(?:page|route|screen|endpoint|view|tab)\\b", Pattern.CASE_INSENSITIVE),
            Pattern.compile("\\b(?:add|create|make|write)\\s+an?\\s+\\w+\\s+that\\b", Pattern.CASE_INSENSITIVE),
            Pattern.compile("\\botherwise\\b", Pattern.CASE_INSENSITIVE),
            Pattern.compile("\\bsigned-in user\\b", Pattern.CASE_INSENSITIVE),
            Pattern.compile("\\bmust not\\b(?!\\s+(?:change|be\\s+(?:changed|touched|edited|modified))\\b)|\\bmust succeed\\b|\\beven when\\b", Pattern.CASE_INSENSITIVE));

    private RequestReader() {}

    /** Reads a request; never fails. */
    public static Wish read(String text) {
        List<String> urls = all(URL, text);
        String plain = SETTING_UP.matcher(URL.matcher(text).replaceAll(" ")).replaceFirst("Set up ");
        Set<String> unwanted = new LinkedHashSet<>();
        StringBuilder positive = new StringBuilder();
        int last = 0;
        Matcher negated = NEGATED.matcher(plain);
        while (negated.find()) {
            unwanted.addAll(Words.content(negated.group(1)));
            positive.append(plain, last, negated.start()).append(' ');
            last = negated.end();
        }
        positive.append(plain.substring(last));
        List<String> wanted = Words.content(positive.toString());
        unwanted.removeAll(Set.copyOf(wanted));
        return new Wish(
                text,
                wanted,
                unwanted,
                urls,
                all(ENVIRONMENT, plain).stream().distinct().toList(),
                all(ROUTE, plain).stream().distinct().toList(),
                subject(plain),
                SETUP_ONLY.matcher(plain).find(),
                REPLACE_START.matcher(plain).find(),
                composed(plain));
    }

    private static List<String> subject(String text) {
        Matcher replaced = REPLACED_BY.matcher(text);
        if (replaced.find()) {
            return Words.content(replaced.group(1));
        }
        Matcher matcher = SUBJECT.matcher(text);
        return matcher.find() ? Words.content(matcher.group(1)) : List.of();
    }

    private static List<String> composed(String text) {
        List<String> sentences = new ArrayList<>();
        for (String sentence : text.split("(?<=[.!?])\\s+")) {
            if (COMPOSED.stream().anyMatch(pattern -> pattern.matcher(sentence).find())) {
                sentences.add(sentence.strip());
            }
        }
        return sentences;
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group()).toList();
    }
}
