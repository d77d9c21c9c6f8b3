package community.likeminds.agent.project.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a headless browser showed.
 *
 * @param loaded whether there was a document at all
 * @param blank whether nothing is to be seen in it
 * @param errors uncaught errors and errors told on the console, one line each
 * @param said what the page told of the network or of keys, which is no fault of it here
 */
record PageVerdict(boolean loaded, boolean blank, List<String> errors, List<String> said) {

    private static final Pattern BODY = Pattern.compile("(?is)<body\\b[^>]*>(.*)</body>");
    private static final Pattern UNSEEN = Pattern.compile(
            "(?is)<(script|style|noscript|template|head|title)\\b[^>]*>.*?</\\1>|<!--.*?-->|<(?:script|link|meta)\\b[^>]*/?>");
    private static final Pattern EMPTY_ROOT =
            Pattern.compile("(?is)<(div|main|section)\\b[^>]*\\bid=[\"'](?:root|app|__next|__nuxt|svelte|___gatsby)[\"'][^>]*>\\s*(?:<!--.*?-->\\s*)*</\\1>"
                    + "|<app-root\\b[^>]*>\\s*(?:<!--.*?-->\\s*)*</app-root>");
    private static final Pattern SEEN =
            Pattern.compile("(?i)<(?:img|svg|canvas|video|input|button|select|textarea|iframe|picture|object)\\b");
    private static final Pattern OVERLAY = Pattern.compile(
            "(?i)<(vite-error-overlay|nextjs-portal|nuxt-error-page|astro-dev-overlay-error)\\b|\\bid=[\"'](webpack-dev-server-client-overlay|__next_error__)[\"']");

    /** @param html the document as the browser has it after its scripts have run */
    static PageVerdict of(String html, List<String> errors, List<String> said) {
        if (html.isBlank() || html.replaceAll("(?is)<(?:/?html|/?head|/?body)[^>]*>", "").isBlank()) {
            return new PageVerdict(!html.isBlank(), true, List.copyOf(errors), List.copyOf(said));
        }
        List<String> all = new ArrayList<>(errors);
        var overlay = OVERLAY.matcher(html);
        if (overlay.find()) {
            all.add("The framework shows its error page (" + (overlay.group(1) == null ? overlay.group(2) : overlay.group(1)) + ").");
        }
        var body = BODY.matcher(html);
        String shown = UNSEEN.matcher(body.find() ? body.group(1) : html).replaceAll(" ");
        boolean text = !shown.replaceAll("(?s)<[^>]*>", " ").isBlank();
        boolean blank = EMPTY_ROOT.matcher(shown).find() || !text && !SEEN.matcher(shown).find();
        return new PageVerdict(true, blank, List.copyOf(all), List.copyOf(said));
    }
}
