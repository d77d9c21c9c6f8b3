package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fetches repositories that need the user's keys with the user's own git, which knows keys, agents and known hosts. */
final class SshClone {

    private final Programs programs;

    SshClone(Programs programs) {
        this.programs = programs;
    }

    /** The folder of the newest commit, named after it. */
    Path fetch(GitLocation git, Path cache) {
        Path program = programs.find("git").orElseThrow(() -> new AgentException(
                AgentException.Kind.UNAVAILABLE,
                "git-missing",
                "The repository " + git.shown() + " cannot be fetched because git is not on the path.",
                "Install git, or name the repository by its https address."));
        try {
            Files.createDirectories(cache);
            Path unfinished = Files.createTempDirectory(cache, "fetching-");
            try {
                List<String> arguments = new ArrayList<>(List.of("clone", "--depth", "1", "--single-branch", "--no-tags"));
                if (!git.branch().isEmpty()) {
                    arguments.addAll(List.of("--branch", git.branch()));
                }
                arguments.addAll(List.of("--", git.url(), "copy"));
                check(git, programs.run(program, arguments, unfinished));
                Path content = unfinished.resolve("copy");
                Programs.Result commit = programs.run(program, List.of("rev-parse", "HEAD"), content);
                check(git, commit);
                Path copies = Files.createDirectories(cache.resolve(git.name() + "-ssh"));
                Path copy = copies.resolve(commit.output().strip());
                if (!Files.isDirectory(copy)) {
                    Files.move(content, copy);
                }
                return copy;
            } finally {
                Folders.delete(unfinished);
            }
        } catch (IOException failed) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "source-cache-unwritable",
                    "The repository " + git.shown() + " cannot be stored in " + cache + ": " + failed.getMessage() + ".",
                    "Make sure that the data folder can be written to and has room, or choose another with --data.",
                    failed);
        }
    }

    private static void check(GitLocation git, Programs.Result result) {
        if (result.exit() != 0) {
            String why = result.output().lines().filter(line -> line.startsWith("fatal:") || line.contains("denied") || line.contains("resolve"))
                    .findFirst().orElse("git ended with status " + result.exit()).replaceFirst("^fatal: ", "").strip();
            throw new AgentException(
                    AgentException.Kind.NOT_FOUND,
                    "source-not-found",
                    "The repository " + git.shown() + " cannot be read: " + (why.endsWith(".") ? why.substring(0, why.length() - 1) : why) + ".",
                    "Check the address, the network and that your key may read it.");
        }
    }
}
