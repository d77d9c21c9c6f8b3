package community.likeminds.agent.project.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a headless browser showed.
 *
 * @param loaded whether it printed a document at all
 * @param blank whether nothing is to be seen in it
 * @param errors uncaught errors, one line each
 */
record PageVerdict(boolean loaded, boolean blank, List<String> errors) {

    private static final Pattern CONSOLE =
            Pattern.compile("(?m)^\\[[^\\]]*:CONSOLE[:(]\\d+\\)?\\] \"(?<text>.*)\", source: (?<source>.*)$");
    /** Requests outside fail by design: the browser reaches this machine only. */
    private static final Pattern OUTSIDE = Pattern.compile(
            "Failed to fetch|NetworkError|Network Error|ERR_NAME_NOT_RESOLVED|net::ERR_|Load failed|AxiosError|fetch failed|ServiceWorker");
    private static final Pattern DOCUMENT = Pattern.compile("(?is)(?:<!doctype html|<html)\\b.*");
    private static final Pattern BODY = Pattern.compile("(?is)<body\\b[^>]*>(.*)</body>");
    private static final Pattern UNSEEN = Pattern.compile(
            "(?is)<(script|style|noscript|template|head|title)\\b[^>]*>.*?</\\1>|<!--.*?-->|<(?:script|link|meta)\\b[^>]*/?>");
    private static final Pattern EMPTY_ROOT =
            Pattern.compile("(?is)<(div|main|section)\\b[^>]*\\bid=[\"'](?:root|app|__next|__nuxt|svelte)[\"'][^>]*>\\s*(?:<!--.*?-->\\s*)*</\\1>");
    private static final Pattern SEEN =
            Pattern.compile("(?i)<(?:img|svg|canvas|video|input|button|select|textarea|iframe|picture|object)\\b");

    static PageVerdict of(String output) {
        List<String> errors = new ArrayList<>();
        Matcher console = CONSOLE.matcher(output);
        while (console.find()) {
            String text = console.group("text");
            if (text.startsWith("Uncaught") && !OUTSIDE.matcher(text).find()) {
                errors.add(Findings.oneLine(text, 240));
            }
        }
        Matcher document = DOCUMENT.matcher(output);
        if (!document.find()) {
            return new PageVerdict(false, true, List.copyOf(errors));
        }
        Matcher body = BODY.matcher(document.group());
        String shown = UNSEEN.matcher(body.find() ? body.group(1) : document.group()).replaceAll(" ");
        boolean text = !shown.replaceAll("(?s)<[^>]*>", " ").isBlank();
        boolean blank = EMPTY_ROOT.matcher(shown).find() || !text && !SEEN.matcher(shown).find();
        return new PageVerdict(true, blank, List.copyOf(errors));
    }
}
