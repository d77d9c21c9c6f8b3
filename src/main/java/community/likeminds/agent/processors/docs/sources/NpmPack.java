package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Runs {@code npm pack}, which fetches a published package's archive and runs nothing of it. */
class NpmPack {

    private static final List<String> UNREACHABLE = List.of(
            "ENOTFOUND", "ECONNREFUSED", "EAI_AGAIN", "ETIMEDOUT", "ECONNRESET", "ENETUNREACH", "ENOTCACHED", "ERR_SOCKET_TIMEOUT");

    private final Programs programs;

    NpmPack(Programs programs) {
        this.programs = programs;
    }

    /**
     * @param spec name with an optional version
     * @param folder that the archive is put into
     */
    void pack(String spec, Path folder) throws IOException {
        Path program = programs.find("npm").orElseThrow(() -> new AgentException(
                AgentException.Kind.UNAVAILABLE,
                "npm-missing",
                "The package " + spec + " cannot be fetched because npm is not on the path.",
                "Install Node.js with npm, or name a folder with the documentation."));
        Programs.Result result = programs.run(program, List.of("pack", spec, "--ignore-scripts", "--no-update-notifier"), folder);
        if (result.exit() != 0) {
            throw explained(spec, result);
        }
    }

    private static AgentException explained(String spec, Programs.Result result) {
        String output = result.output();
        if (Stream.of("E404", "ETARGET", "EINVALIDPACKAGENAME").anyMatch(output::contains)) {
            return AgentException.notFound(
                    "source-not-found",
                    "Npm knows no package " + spec + ".",
                    "Check the name and the version, or name a folder with the documentation.");
        }
        boolean network = result.exit() < 0 || UNREACHABLE.stream().anyMatch(output::contains);
        String first = output.lines().filter(line -> line.toLowerCase(Locale.ROOT).contains("err"))
                .findFirst().orElse("it ended with status " + result.exit()).replaceFirst("^npm (?:ERR!|error)\\s*", "").strip();
        String why = network ? "the registry cannot be reached" : first;
        return new AgentException(
                AgentException.Kind.UNAVAILABLE,
                network ? "source-unreachable" : "source-npm-failed",
                "Npm could not fetch " + spec + ": " + (why.endsWith(".") ? why.substring(0, why.length() - 1) : why) + ".",
                "Check the network and npm's settings, or name a folder with the documentation.");
    }
}
