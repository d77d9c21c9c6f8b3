package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.processors.docs.sources.web.HostGuard;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reaches repositories that need the user's keys with the user's own git, which knows keys, agents and known hosts. */
final class ProgramGit implements GitRemote {

    private static final List<String> UNREACHABLE = List.of(
            "Could not resolve hostname", "Connection refused", "Connection timed out", "Network is unreachable", "No route to host");

    private final Programs programs;
    private final PinnedSsh ssh;

    ProgramGit(Programs programs, HostGuard guard) {
        this.programs = programs;
        this.ssh = new PinnedSsh(guard);
    }

    @Override
    public Head head(GitLocation git) throws Unreachable, IOException {
        List<String> arguments = new ArrayList<>(List.of("ls-remote", "--", git.url()));
        for (String ref : git.refs()) {
            arguments.addAll(List.of(ref, ref + "^{}"));
        }
        Path folder = Files.createTempDirectory("likeminds-git-");
        try {
            String output = run(git, arguments, folder);
            for (String ref : git.refs()) {
                // A tag's own line names the tag object, the one behind it the commit.
                for (String name : List.of(ref + "^{}", ref)) {
                    for (String line : output.lines().toList()) {
                        if (line.matches("[0-9a-f]{40,64}\\s+\\S+") && line.endsWith("\t" + name)) {
                            return new Head(ref, line.substring(0, line.indexOf('\t')));
                        }
                    }
                }
            }
            throw git.missing();
        } finally {
            Folders.delete(folder);
        }
    }

    @Override
    public void fetch(GitLocation git, Path bare, String ref, String as, int depth) throws Unreachable, IOException {
        // What was fetched before is kept although no reference may lead to it any more.
        run(git, List.of("-c", "gc.auto=0", "-c", "maintenance.auto=false", "fetch", "--no-tags", "--depth", String.valueOf(depth), "--", git.url(),
                "+" + ref + ":" + as), bare);
    }

    private String run(GitLocation git, List<String> arguments, Path folder) throws Unreachable, IOException {
        Path program = programs.find("git").orElseThrow(() -> new AgentException(
                AgentException.Kind.UNAVAILABLE,
                "git-missing",
                "The repository " + git.shown() + " cannot be fetched because git is not on the path.",
                "Install git, or name the repository by its https address."));
        Programs.Result result = programs.run(program, arguments, folder, ssh.environment(git, System.getenv()));
        if (result.exit() == 0) {
            return result.output();
        }
        if (result.exit() < 0 || UNREACHABLE.stream().anyMatch(result.output()::contains)) {
            throw new Unreachable(git.shown());
        }
        String why = result.output().lines()
                .filter(line -> Stream.of("fatal:", "denied", "resolve").anyMatch(line::contains))
                .findFirst().orElse("git ended with status " + result.exit()).replaceFirst("^fatal: ", "").replace(git.url(), git.shown()).strip();
        throw new AgentException(
                AgentException.Kind.NOT_FOUND,
                "source-not-found",
                "The repository " + git.shown() + " cannot be read: " + (why.endsWith(".") ? why.substring(0, why.length() - 1) : why) + ".",
                "Check the address, the network and that your key may read it.");
    }
}
