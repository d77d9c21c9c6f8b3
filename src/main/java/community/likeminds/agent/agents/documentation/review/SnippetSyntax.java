package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.processors.code.SourceCode;
import community.likeminds.agent.processors.code.SourceCode.SyntaxError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says whether a piece of documented code is of its language, trying everything that it can be a part of before it says no. */
final class SnippetSyntax {

    private static final int LONGEST = 100_000;
    private static final int MOST_PARTS = 40;

    private final SourceCode sourceCode;

    SnippetSyntax(SourceCode sourceCode) {
        this.sourceCode = sourceCode;
    }

    boolean knows(SnippetLanguage language) {
        return sourceCode.knows(language.files().getFirst());
    }

    /** The first error of the reading that has the fewest, or nothing when the code parses in some way. */
    Optional<SyntaxError> error(SnippetLanguage language, String code) {
        if (code.length() > LONGEST || code.isBlank()) {
            return Optional.empty();
        }
        List<String> plain = Fragment.plain(code);
        for (String text : plain) {
            if (parses(language, text)) {
                return Optional.empty();
            }
        }
        for (String text : plain.subList(Math.max(0, plain.size() - 2), plain.size())) {
            List<String> parts = Fragment.parts(text);
            if (parts.size() > 1 && parts.size() <= MOST_PARTS && parts.stream().allMatch(part -> parses(language, part))) {
                return Optional.empty();
            }
        }
        return Optional.of(worst(language, plain));
    }

    boolean parses(SnippetLanguage language, String text) {
        List<String> readings = new ArrayList<>();
        readings.add(text);
        readings.addAll(language.completed(text));
        for (String reading : readings) {
            for (String file : language.files()) {
                if (sourceCode.check(file, reading).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    private SyntaxError worst(SnippetLanguage language, List<String> texts) {
        List<SyntaxError> fewest = List.of();
        for (String text : texts) {
            for (String file : language.files()) {
                List<SyntaxError> errors = sourceCode.check(file, text);
                fewest = fewest.isEmpty() || errors.size() < fewest.size() ? errors : fewest;
            }
        }
        return fewest.getFirst();
    }
}
