package community.likeminds.agent.project.analysis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why an install failed, read from what the package manager said.
 *
 * @param kind what went wrong
 * @param sentence fact and remedy
 */
record InstallFailure(Kind kind, String sentence) {

    enum Kind {
        NO_SUCH_PACKAGE,
        NO_SUCH_VERSION,
        INCOMPLETE_REGISTRY,
        PEER_CONFLICT,
        NO_NETWORK,
        NO_ACCESS,
        OTHER
    }

    private static final Pattern NETWORK = Pattern.compile(
            "\\b(ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ECONNRESET|ERR_SOCKET_TIMEOUT"
                    + "|UND_ERR_CONNECT_TIMEOUT|UnknownHostException|ConnectException)\\b"
                    + "|Could not (?:transfer|resolve) .*(?:Connection refused|unknown host|Network is unreachable)"
                    + "|There appears to be trouble with your network|ConnectionRefused|network is unreachable");
    private static final Pattern ACCESS = Pattern.compile(
            "\\bcode (E401|E403|ENEEDAUTH)\\b|ERR_PNPM_FETCH_40[13]|YN0041|\\b401 Unauthorized\\b|\\b403 Forbidden\\b");
    private static final Pattern NO_ARCHIVE = Pattern.compile(
            "404.*?GET\\s+\\S*?/((?:@|%40)?[^/\\s]+(?:(?:/|%2[fF])[^/\\s]+)?)/-/([^/\\s]+\\.tgz)");
    private static final Pattern[] NO_PACKAGE = {
        Pattern.compile("404\\s+'([^'\\s]+)' (?:is not in|could not be found)"),
        Pattern.compile("requested resource '([^'\\s]+)' could not be found"),
        Pattern.compile("Couldn't find package \"([^\"]+)\""),
        Pattern.compile("ERR_PNPM_FETCH_404\\S*\\s+GET \\S*/((?:@|%40)?[^/\\s:]+(?:(?:/|%2[fF])[^/\\s:]+)?): Not Found"),
        Pattern.compile("YN0035: .*?([@\\w./-]+)@(?:npm:)?[^:]*: Package not found"),
        Pattern.compile("error: GET \\S*/((?:@|%40)?[^/\\s]+(?:(?:/|%2[fF])[^/\\s]+)?) - 404"),
        Pattern.compile("404 Not Found\\S* - GET \\S*?//[^/\\s]+/(?:\\S*/)?((?:@|%40)[^/\\s]+(?:/|%2[fF])[^/\\s]+|[^/\\s]+)"),
    };
    private static final Pattern[] NO_VERSION = {
        Pattern.compile("No matching version found for ((?:@[^/@\\s]+/)?[^@\\s]+)@(\\S+?)\\.?(?:\\s|$)"),
        Pattern.compile("Couldn't find any versions for \"([^\"]+)\" that matches \"([^\"]+)\""),
        Pattern.compile("No version matching \"([^\"]+)\" found for specifier \"([^\"]+)\""),
        Pattern.compile("YN0082: .*?((?:@[^/@\\s]+/)?[^@\\s]+)@(?:npm:)?(\\S+): No candidates found"),
    };
    private static final Pattern FOUND = Pattern.compile("Found: ((?:@[^/@\\s]+/)?[^@\\s]+)@(\\S+)");
    private static final Pattern WANTS =
            Pattern.compile("peer(?:Optional)? ((?:@[^/@\\s]+/)?[^@\\s]+)@\"([^\"]+)\" from ((?:@[^/@\\s]+/)?[^@\\s]+)@(\\S+)");
    private static final Pattern FIRST_ERROR = Pattern.compile(
            "(?m)^.*?(?:npm (?:error|ERR!)(?! (?:code|errno|syscall|path|A complete log))|\\berror\\b:?|\\[ERROR\\]|ERR_PNPM_\\S+)\\s+(\\S.*)$");

    static InstallFailure of(String output) {
        if (output.contains("ERESOLVE") || output.contains("ERR_PNPM_PEER_DEP_ISSUES")) {
            return peerConflict(output);
        }
        Matcher archive = NO_ARCHIVE.matcher(output);
        if (archive.find()) {
            return new InstallFailure(Kind.INCOMPLETE_REGISTRY, "The registry lists the package " + name(archive.group(1))
                    + " but does not have its archive " + archive.group(2)
                    + "; try again later, or ask for an earlier version.");
        }
        for (Pattern pattern : NO_VERSION) {
            Matcher match = pattern.matcher(output);
            if (match.find()) {
                boolean swapped = pattern.pattern().startsWith("No version matching");
                String name = match.group(swapped ? 2 : 1);
                String range = match.group(swapped ? 1 : 2);
                return new InstallFailure(Kind.NO_SUCH_VERSION, "No published version of " + name + " matches " + range
                        + "; choose a version that exists ('npm view " + name + " versions' lists them).");
            }
        }
        for (Pattern pattern : NO_PACKAGE) {
            Matcher match = pattern.matcher(output);
            if (match.find()) {
                return new InstallFailure(Kind.NO_SUCH_PACKAGE, noSuchPackage(name(match.group(1))));
            }
        }
        if (ACCESS.matcher(output).find()) {
            return new InstallFailure(Kind.NO_ACCESS, "The registry refused access to a package"
                    + "; log in to it or set its token in .npmrc.");
        }
        if (NETWORK.matcher(output).find()) {
            return new InstallFailure(Kind.NO_NETWORK, "There is no network to the package registry"
                    + "; check the connection and the proxy settings, then install again.");
        }
        Matcher first = FIRST_ERROR.matcher(output);
        String said = first.find() ? first.group(1) : output.strip().lines().reduce((a, b) -> b).orElse("nothing");
        return new InstallFailure(Kind.OTHER, "The install failed; the package manager said: "
                + Findings.oneLine(said, 300));
    }

    static String noSuchPackage(String name) {
        return "The package " + name + " is not in the registry: the documentation names a package that does not exist"
                + " there, or that is private; check the name, or log in to its registry.";
    }

    private static InstallFailure peerConflict(String output) {
        Matcher wants = WANTS.matcher(output.substring(Math.max(0, output.indexOf("Could not resolve dependency"))));
        Matcher found = FOUND.matcher(output);
        if (!wants.find()) {
            return new InstallFailure(Kind.PEER_CONFLICT, "Two packages want versions of the same package that do not"
                    + " fit together; the output names them.");
        }
        String peer = wants.group(1);
        String there = "another version is installed";
        while (found.find()) {
            if (found.group(1).equals(peer)) {
                there = "the project has " + found.group(2);
                break;
            }
        }
        return new InstallFailure(Kind.PEER_CONFLICT, wants.group(3) + "@" + wants.group(4) + " wants " + peer + " "
                + wants.group(2) + ", but " + there + "; use a version of " + wants.group(3) + " that supports it, or a "
                + peer + " that fits, or accept the conflict with --legacy-peer-deps at your own risk.");
    }

    /** A package's name out of an address or out of {@code name@range}. */
    private static String name(String text) {
        String decoded = text.replace("%40", "@").replaceAll("%2[fF]", "/");
        int at = decoded.indexOf('@', 1);
        return at < 0 ? decoded : decoded.substring(0, at);
    }
}
