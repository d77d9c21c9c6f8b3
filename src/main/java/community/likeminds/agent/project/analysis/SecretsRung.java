package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks for secret values in files that are committed. */
final class SecretsRung {

    private static final String NAME = "secrets";
    private static final int SHORTEST = 6;

    Check run(Map<String, String> texts, List<String> secrets) {
        long start = System.nanoTime();
        List<String> found = new ArrayList<>();
        texts.forEach((path, text) -> {
            if (!localEnvironment(path)
                    && secrets.stream().anyMatch(secret -> secret.length() >= SHORTEST && text.contains(secret))) {
                found.add(path);
            }
        });
        long millis = (System.nanoTime() - start) / 1_000_000;
        return found.isEmpty()
                ? new Check(NAME, Status.PASSED, "No given secret stands in a file that is committed.", "", "", millis)
                : new Check(NAME, Status.FAILED, "A given secret stands in " + String.join(", ", found)
                        + "; move it to an environment file.", "", "", millis);
    }

    /** Environment files hold secrets by design, all but the examples. */
    private static boolean localEnvironment(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return (name.equals(".env") || name.startsWith(".env."))
                && !name.matches(".*\\.(example|sample|template|dist)$");
    }
}
