package community.likeminds.agent.project.analysis;

import community.likeminds.agent.processors.code.SourceCode;
import community.likeminds.agent.processors.code.SourceCode.SyntaxError;
import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parses files of known languages. */
final class SyntaxRung {

    private static final String NAME = "syntax";

    private final SourceCode sourceCode;

    SyntaxRung(SourceCode sourceCode) {
        this.sourceCode = sourceCode;
    }

    Check run(Map<String, String> texts) {
        long start = System.nanoTime();
        List<String> errors = new ArrayList<>();
        int parsed = 0;
        for (var file : new TreeMap<>(texts).entrySet()) {
            String path = file.getKey();
            if (!sourceCode.knows(path)) {
                continue;
            }
            parsed++;
            for (SyntaxError error : sourceCode.check(path, file.getValue())) {
                errors.add(path + ":" + error.line() + ":" + error.column() + ": " + error.message());
            }
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        if (parsed == 0) {
            return new Check(NAME, Status.PASSED, "No changed file is of a language that is parsed.", "", "", millis);
        }
        return errors.isEmpty()
                ? new Check(NAME, Status.PASSED, parsed + (parsed == 1 ? " file parses." : " files parse."), "", "", millis)
                : new Check(NAME, Status.FAILED, "A changed file does not parse: " + errors.getFirst(), "",
                        String.join("\n", errors), millis);
    }
}
