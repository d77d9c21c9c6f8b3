package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review.Level;
import community.likeminds.agent.agents.documentation.review.MarkdownFences.Fence;
import community.likeminds.agent.processors.code.SourceCode;
import community.likeminds.agent.processors.code.SourceCode.SyntaxError;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses every snippet; a snippet is reported once, by what is most likely wrong with it. */
final class SnippetCheck {

    private static final Pattern COMPLETE = Pattern.compile("(?m)^\\s*(?:import\\s|package\\s|export\\s|const \\w+ = require\\(|from \\w)");
    private static final Pattern TRAILING_COMMA = Pattern.compile(",(\\s*[}\\]])");
    /** A description of types in the shape of an object. */
    private static final Pattern TYPES = Pattern.compile(
            "(?i)[:\\[,]\\s*(?:string|int|integer|long|number|bool|boolean|float|double|object|array|any|date|timestamp|uuid)\\b(?!\\s*:)");
    /** Marks of template languages, which make JSON rather than being it. */
    private static final Pattern TEMPLATED = Pattern.compile("\\{\\{|\\{%|<%|\\$\\{|<#");
    private static final Pattern LINE_COMMENT = Pattern.compile("(?m)(?<![:\"\\w/])(?://|#).*$");

    private final SnippetSyntax syntax;

    SnippetCheck(SourceCode sourceCode) {
        this.syntax = new SnippetSyntax(sourceCode);
    }

    List<Draft> of(PageText page) {
        List<Draft> found = new ArrayList<>();
        if (!page.isMarkdown()) {
            return found;
        }
        for (Block block : page.code()) {
            CodeBlock code = block.code();
            if (code != null && !inBrokenFence(page, block)) {
                SnippetLanguage.of(code.language()).filter(syntax::knows).flatMap(language -> check(page, block, code, language))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static boolean inBrokenFence(PageText page, Block block) {
        for (Fence fence : page.fences().fences()) {
            boolean broken = fence.close() == 0 || !fence.inside().isEmpty();
            if (broken && block.lines().end() >= fence.open() && (fence.close() == 0 || block.lines().start() <= fence.close())) {
                return true;
            }
        }
        return false;
    }

    private Optional<Draft> check(PageText page, Block block, CodeBlock code, SnippetLanguage language) {
        String text = withoutRemoved(code.code(), code);
        Optional<Draft> quotes = TypographicQuotes.firstLine(withoutRemoved(block.text(), code)).map(line -> draft(page, block, text, line, Level.ERROR,
                "The " + name(code) + " snippet has typographic quotes, which are no quotes of the language.", "Write straight quotes."));
        if (quotes.isPresent()) {
            return quotes;
        }
        Optional<SyntaxError> error = syntax.error(language, text);
        if (error.isEmpty()) {
            return Optional.empty();
        }
        Optional<Draft> placeholder = placeholder(page, block, text, language);
        if (placeholder.isPresent()) {
            return placeholder;
        }
        if (language == SnippetLanguage.JSON || language == SnippetLanguage.JSON_WITH_COMMENTS) {
            return json(page, block, text, error.get());
        }
        if (SnippetLanguage.SCRIPT == language && (text.stripLeading().startsWith("<") && html(text) || otherLanguage(text))) {
            return Optional.empty();
        }
        SyntaxError first = error.get();
        boolean whole = COMPLETE.matcher(text).find() && !Fragment.elided(text) && !text.matches("(?s).*<[^<>\\n]*your[^<>\\n]*>.*");
        return Optional.of(draft(page, block, text, first.line(), whole ? Level.ERROR : Level.WARNING,
                "The " + name(code) + " snippet does not parse: " + first.message(),
                "Correct the snippet so that it can be copied."));
    }

    /** Pages of styles and scripts, templates of Vue or Angular under a script's name. */
    private static boolean html(String text) {
        return text.contains("<script") || text.contains("<template") || text.contains("v-if") || text.contains("@click") || text.contains("<!--");
    }

    /** A shell session, a tree of files or an output under a script's name. */
    private static boolean otherLanguage(String text) {
        return text.contains("├") || text.contains("└") || text.matches("(?s)\\s*(?:\\$|#!|npm |npx |yarn |pnpm |curl ).*");
    }

    private static String withoutRemoved(String text, CodeBlock code) {
        if (code.removed().isEmpty()) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            kept.append(code.removed().contains(number) ? "" : line).append('\n');
        }
        return kept.toString();
    }

    private Optional<Draft> placeholder(PageText page, Block block, String text, SnippetLanguage language) {
        for (PlaceholderText.Found one : PlaceholderText.of(text)) {
            String filled = PlaceholderText.filled(text);
            if (syntax.error(language, filled).isEmpty()) {
                Draft draft = draft(page, block, text, one.line(), one.mixed() ? Level.ERROR : Level.INFO,
                        "The placeholder " + one.text() + " is no value of the language, so the snippet does not parse even when only its name is replaced.",
                        one.mixed() ? "Write it as a string, or as a name that the snippet declares." : "Write it in quotes.");
                return Optional.of(new Draft(FindingKind.PLACEHOLDER_INVALID, draft.level(), draft.page(), draft.lines(), one.text(),
                        draft.message(), draft.remedy(), PlaceholderText.valid(one.text())));
            }
        }
        return Optional.empty();
    }

    private Optional<Draft> json(PageText page, Block block, String text, SyntaxError error) {
        if (TYPES.matcher(text).find() || TEMPLATED.matcher(text).find()) {
            return Optional.empty();
        }
        for (String plain : Fragment.plain(text)) {
            if (syntax.parses(SnippetLanguage.JSON_WITH_COMMENTS, plain)) {
                String bare = LINE_COMMENT.matcher(plain).replaceAll("");
                var comma = TRAILING_COMMA.matcher(bare);
                return comma.find() && !Fragment.elided(text)
                        ? Optional.of(draft(page, block, text, 1 + (int) bare.substring(0, comma.start()).chars().filter(c -> c == '\n').count(),
                                Level.WARNING, "The json snippet has a comma behind the last entry, which JSON does not allow.", "Remove the comma."))
                        : Optional.empty();
            }
        }
        boolean script = syntax.error(SnippetLanguage.SCRIPT, text).isEmpty();
        Level level = script || Fragment.elided(text) ? Level.INFO : Level.WARNING;
        return Optional.of(draft(page, block, text, error.line(), level, script
                ? "The json snippet is a script's notation, not JSON: " + error.message()
                : "The json snippet does not parse: " + error.message(),
                script ? "Write it as JSON, or name the language that it is written in." : "Correct the snippet so that it can be copied."));
    }

    private static String name(CodeBlock code) {
        return code.language().toLowerCase(Locale.ROOT);
    }

    private static Draft draft(PageText page, Block block, String text, int codeLine, Level level, String message, String remedy) {
        int line = SnippetLines.onPage(page, block, text, codeLine);
        return Draft.of(FindingKind.SNIPPET_UNPARSABLE, level, page, line, text.strip(), message, remedy)
                .withLines(line, Math.max(line, block.lines().end()));
    }
}
