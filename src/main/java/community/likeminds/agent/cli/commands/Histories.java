package community.likeminds.agent.cli.commands;

import community.likeminds.agent.processors.docs.SourceChanges;

/** Versions and what led to them, for people. */
final class Histories {

    private static final int SHORT = 10;

    private Histories() {}

    /** A commit's first digits; other versions as they are. */
    static String shortened(String version) {
        return version.matches("[0-9a-f]{40}|[0-9a-f]{64}") ? version.substring(0, SHORT) : version;
    }

    /** For example {@code since 0a1b2c3d4e → 9f8e7d6c5b (3 commits): 2 files changed, 1 added, 0 removed}. */
    static String sentence(SourceChanges changes) {
        String commits = changes.commits() == 0
                ? "not in one line" : changes.commits() + (changes.commits() == 1 ? " commit" : " commits");
        return "since %s → %s (%s): %,d files changed, %,d added, %,d removed".formatted(
                shortened(changes.from()), shortened(changes.to()), commits, changes.changed(), changes.added(), changes.removed());
    }
}
