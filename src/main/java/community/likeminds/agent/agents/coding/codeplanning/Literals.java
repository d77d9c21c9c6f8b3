package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.requirementanalysis.Wish;
import community.likeminds.agent.processors.code.DocumentedCode;
import community.likeminds.agent.processors.code.SnippetParts;
import community.likeminds.agent.processors.docs.Citation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts the project's own values in the place of what a guide leaves open: keys, ids, addresses. */
final class Literals {

    /** What must not stand in code, however it is made up. */
    private static final Pattern SECRET = Pattern.compile("(?i)(?:.*_)?(?:client|signing|webhook|cookie|session|jwt)?_?(?:secret|password|passphrase|privateKey|private_key|apiKey|api_key|authToken|auth_token|accessToken|access_token)");

    /** A list of keys that sign or encrypt something. */
    private static final Pattern KEYS = Pattern.compile("\\bkeys\\s*:\\s*\\[");

    private static final Pattern PROCESS = Pattern.compile("\\bprocess\\.env\\.([A-Z][A-Z0-9_]*)!?");
    private static final Pattern KEPT = Pattern.compile("SECRET|PRIVATE|PASSWORD|(?<!PUBLIC_)(?<!PUBLISHABLE_)(?:API_KEY|TOKEN)$");
    /** What a build runs on this machine, where a browser's environment is not. */
    private static final Pattern BUILD = Pattern.compile("(?:.*/)?[\\w.-]+\\.config\\.[cm]?[jt]s");

    private static final Pattern SERVER_PACKAGE = Pattern.compile("(?:^|[/-])(?:node|server|backend|admin)(?:$|[/-])");

    private final boolean server;
    private final ProjectProfile project;
    private final Wish wish;
    private final DocumentedCode code;
    private final Environment environment;
    private final Values values;

    /** @param server whether the code is known to be for a server */
    Literals(ProjectProfile project, Wish wish, DocumentedCode code, Environment environment, Values values, boolean server) {
        this.server = server;
        this.code = code;
        this.project = project;
        this.wish = wish;
        this.environment = environment;
        this.values = values;
    }

    /**
     * The text with the snippet's placeholders replaced wherever they got into it.
     *
     * @param before text of the file before the edit, empty for a new one: what stood there stays as it is
     * @param after text of the file after the edit
     */
    String replaced(Snippet snippet, String path, String before, String after) {
        OwnLines own = new OwnLines(before, literals(snippet));
        return own.shown(fresh(snippet, path, own.hidden(after)));
    }

    /** Whether the code is known to be for a server. */
    boolean forServer() {
        return server;
    }

    private static List<String> literals(Snippet snippet) {
        return Stream.concat(toFillIn(snippet).stream(), snippet.parts().urls().stream()).map(SnippetParts.Literal::text).distinct().toList();
    }

    private String fresh(Snippet snippet, String path, String after) {
        String text = after;
        boolean build = BUILD.matcher(path).matches() && project.envAccess().startsWith("import.meta");
        Map<String, String> expressions = new LinkedHashMap<>();
        for (SnippetParts.Literal one : toFillIn(snippet)) {
            boolean address = wish.urls().size() == 1 && one.text().matches("(?i)https?://\\S+");
            boolean directive = one.about().isEmpty() && one.text().startsWith("use ") || address;
            if (!directive && text.contains(one.text()) && environment.possible()) {
                String given = given(one);
                expressions.put(one.text(), build ? environment.ofBuild(name(snippet, one), values.of(given), path, snippet.citation())
                        : environment.expression(name(snippet, one), values.of(given), browser(text), snippet.citation()));
            }
        }
        List<String> urls = snippet.parts().urls().stream().map(SnippetParts.Literal::text).distinct().toList();
        if (wish.urls().size() == 1 && urls.size() == 1 && text.contains(urls.getFirst())) {
            text = text.replace(urls.getFirst(), wish.urls().getFirst());
        }
        if (browserOnly() && !build) {
            text = PROCESS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(environment.expression(found.group(1), values.of(values.match("", found.group(1))), true, snippet.citation())));
        }
        for (String name : snippet.parts().environment()) {
            if (build && text.contains(name)) {
                environment.ofBuild(name, values.of(values.match("", name)), path, snippet.citation());
            } else if (!browserOnly() && text.contains(name) && environment.possible()) {
                environment.read(name, values.of(values.match("", name)), snippet.citation());
            }
        }
        return expressions.isEmpty() ? text : code.replaceLiterals(text, path.substring(path.lastIndexOf('.') + 1), expressions);
    }

    /** Takes note of the variables that code of the snippet reads which stands in the project already. */
    void standing(Snippet snippet) {
        if (!environment.possible()) {
            return;
        }
        for (SnippetParts.Literal one : toFillIn(snippet)) {
            environment.standing(name(snippet, one), values.of(given(one)), snippet.citation());
        }
        for (String name : snippet.parts().environment()) {
            environment.standing(name, values.of(values.match("", name)), snippet.citation());
        }
    }

    /** Where code that runs in browsers takes a given value, if any does: such a value is public in any case. */
    Optional<Citation> client(String name, List<Snippet> snippets) {
        return snippets.stream().filter(snippet -> snippet.client() && toFillIn(snippet).stream().anyMatch(one -> given(one).equals(name))).map(Snippet::citation).findFirst();
    }

    private String given(SnippetParts.Literal one) {
        String matched = values.match(one.about(), one.text());
        return matched.isEmpty() ? values.onlyKey(one.about()) : matched;
    }

    private String name(Snippet snippet, SnippetParts.Literal one) {
        String given = given(one);
        return given.isEmpty() ? Values.name(product(snippet), one.about(), one.text()) : given;
    }

    /** The text of a new file, reading its environment as the project's types want it. */
    String ofNewFile(Snippet snippet, String path, String text) {
        return environment.onServer(environment.strictly(replaced(snippet, path, "", text)), path);
    }

    /** Whether what the code reads of its environment may be read where it runs: a browser has no server's keys. */
    boolean readable(Snippet snippet) {
        boolean secret = snippet.packages().stream().anyMatch(name -> SERVER_PACKAGE.matcher(name).find()) || server
                || PROCESS.matcher(snippet.text()).results().anyMatch(found -> KEPT.matcher(found.group(1)).find());
        return !browserOnly() || !snippet.text().contains("process.env") || !secret;
    }

    /** Whether the code takes values that Angular has no environment for in a browser. */
    boolean settingsInCode(Snippet snippet) {
        return project.framework().equals("angular") && !server && (!toFillIn(snippet).isEmpty() || snippet.text().contains("process.env"));
    }

    private boolean browserOnly() {
        return project.framework().startsWith("vite") && project.envAccess().startsWith("import.meta");
    }

    /** What the guide leaves open, and the secrets that it makes up. */
    private static List<SnippetParts.Literal> toFillIn(Snippet snippet) {
        return snippet.parts().literals().stream()
                .filter(one -> one.placeholder() || !one.text().contains("${")
                        && (SECRET.matcher(one.about()).matches() && one.text().length() > 3 || KEYS.matcher(snippet.text()).find() && Set.of("", "keys").contains(one.about()) && one.text().matches("(?i)(?:key|secret)\\s?\\d*"))).toList();
    }

    private boolean browser(String text) {
        if (server && !text.contains("use client")) {
            return false;
        }
        return project.framework().startsWith("next") ? text.contains("use client") || !text.contains("use server") : !project.envPrefix().isEmpty();
    }

    /** A name for the product when the given values share none: the package's scope or name. */
    private String product(Snippet snippet) {
        String shared = values.product();
        if (!shared.isEmpty()) {
            return shared;
        }
        String name = snippet.packages().stream().findFirst().orElse("");
        return name.startsWith("@") ? name.substring(1).replaceFirst("[/.].*", "") : name;
    }
}
