package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.processors.docs.sources.web.HostGuard;
import community.likeminds.agent.shared.AgentException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets git reach a host by ssh at the very address that was looked at, so that a name cannot change its mind in between. Keys, known hosts and
 * settings stay those of the host's name.
 */
final class PinnedSsh {

    private static final String COMMAND = "GIT_SSH_COMMAND";
    private static final Pattern ADDRESS = Pattern.compile("ssh://(?:[^/@]*@)?(\\[[^\\]/]*\\]|[^/:]*)(?::(\\d+))?(?:/.*)?|(?:[^/@:]*@)?([^/:]+):.*");
    /** What a shell takes as it stands, because git hands the command to one. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*|[0-9a-fA-F:.]+");

    private final HostGuard guard;

    PinnedSsh(HostGuard guard) {
        this.guard = guard;
    }

    /**
     * Variables for git; none for an address that is not reached by ssh.
     *
     * @param own this process's variables
     * @throws AgentException {@code source-refused} when the host is on a private network
     */
    Map<String, String> environment(GitLocation git, Map<String, String> own) {
        Matcher address = ADDRESS.matcher(git.url());
        if (!git.ssh() || !address.matches()) {
            return Map.of();
        }
        String host = Optional.ofNullable(address.group(1)).orElseGet(() -> address.group(3)).replaceAll("^\\[|\\]$", "");
        if (!PLAIN.matcher(host).matches()) {
            throw AgentException.badInput(
                    "source-invalid", "The repository " + git.shown() + " has no valid host.", "Write it as ssh://USER@HOST/PATH or USER@HOST:PATH.");
        }
        String port = Optional.ofNullable(address.group(2)).orElse("22");
        try {
            InetAddress[] found = guard.resolve(host);
            // Known hosts are kept by name, and by name and port where the port is not the usual one.
            String known = port.equals("22") ? host : "[" + host + "]:" + port;
            String command = own.getOrDefault(COMMAND, "ssh -o BatchMode=yes");
            return Map.of(COMMAND, command + " -o HostName=" + found[0].getHostAddress().replaceFirst("%.*", "") + " -o HostKeyAlias='" + known + "'");
        } catch (HostGuard.PrivateHostException refused) {
            throw DirectGit.refused(git, host, refused);
        } catch (UnknownHostException alias) {
            // A name of the user's own ssh settings leads where the user says; of any other one ssh says that it is unknown.
            return Map.of();
        }
    }
}
