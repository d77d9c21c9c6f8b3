package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.analysis.IntegrationValidator.Published;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Asks the registry of an ecosystem, each question once in ten minutes. */
final class PublishedPackages {

    private static final long FRESH = Duration.ofMinutes(10).toNanos();

    private final PackageRegistry npm;
    private final PackageRegistry maven;
    private final Map<Question, Remembered> answers = new ConcurrentHashMap<>();

    PublishedPackages(PackageRegistry npm, PackageRegistry maven) {
        this.npm = npm;
        this.maven = maven;
    }

    /** The folder is part of the question: its .npmrc may name another registry. */
    private record Question(Path folder, boolean java, String name, String wanted) {}

    private record Remembered(Published published, long at) {}

    Published of(Path folder, String packageManager, String name, String wanted) {
        boolean java = packageManager.equals("maven") || packageManager.equals("gradle");
        Question question = new Question(folder, java, name, wanted.strip());
        Remembered known = answers.get(question);
        if (known != null && System.nanoTime() - known.at() < FRESH) {
            return known.published();
        }
        Published published = (java ? maven : npm).published(folder, name, question.wanted());
        if (published.reachable()) {
            answers.put(question, new Remembered(published, System.nanoTime()));
        }
        return published;
    }
}
