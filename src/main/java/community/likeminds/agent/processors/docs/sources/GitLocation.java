package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.shared.AgentException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a git repository is.
 *
 * @param url as git takes it
 * @param shown without a password
 * @param branch branch or tag, or empty for the default one
 * @param folder folder of the repository, or empty for all of it
 */
record GitLocation(String url, String shown, String branch, String folder) {

    private static final Pattern REMOTE = Pattern.compile("(?:https?|ssh|git|file)://\\S+");
    private static final Pattern SHORT = Pattern.compile("[\\w.-]+@[\\w.-]+:[^\\s:][^\\s]*");
    private static final Pattern WEB = Pattern.compile(
            "(?:https?://(?:[^/@]*@)?|ssh://git@|git@)(?:www\\.)?(github\\.com|gitlab\\.com|bitbucket\\.org|codeberg\\.org)[/:]([^\\s#?]+?)(?:\\.git)?/?");
    private static final Pattern SECRET = Pattern.compile("//[^/@\\s]+@");

    /** Repository pages of the well-known hosts, with the branch and folder that they may show. */
    private static final Pattern HOSTED = Pattern.compile(
            "(https?://(?:www\\.)?(?:github\\.com|gitlab\\.com|bitbucket\\.org|codeberg\\.org)/[^/#?\\s]+/[^/#?\\s]+)"
                    + "(?:/(?:-/)?(?:tree|src)/(?:branch/)?([^/#?\\s]+)(?:/([^#?\\s]*))?)?/?");

    /** Web addresses are repositories only when they say so, because documentation sites have them too. */
    static boolean isGit(String location) {
        String address = address(location);
        if (address.startsWith("http://") || address.startsWith("https://")) {
            String rest = location.substring(address.length());
            return address.replaceFirst("/$", "").endsWith(".git") || rest.indexOf(':') > 0 || HOSTED.matcher(address).matches();
        }
        return address.startsWith("git+http") || REMOTE.matcher(address).matches() || SHORT.matcher(address).matches()
                || location.contains("#") && isRepository(address) || isBare(address)
                || address.endsWith(".git") && isRepository(address);
    }

    static GitLocation of(String given) {
        String location = given.startsWith("git+http") ? given.substring(4) : given;
        Matcher hosted = HOSTED.matcher(location);
        if (hosted.matches() && hosted.group(2) != null) {
            location = hosted.group(1) + "#" + hosted.group(2) + (hosted.group(3) == null ? "" : ":" + hosted.group(3));
        }
        String address = address(location);
        String rest = location.length() > address.length() ? location.substring(address.length() + 1) : "";
        int colon = rest.indexOf(':');
        String branch = colon < 0 ? rest : rest.substring(0, colon);
        String folder = colon < 0 ? "" : rest.substring(colon + 1);
        while (folder.startsWith("/")) {
            folder = folder.substring(1);
        }
        if (folder.indexOf('\0') >= 0 || branch.startsWith("-")) {
            throw AgentException.badInput(
                    "source-invalid", "The source '" + location + "' is not a valid repository.", "Write it as ADDRESS#BRANCH:FOLDER.");
        }
        String url = REMOTE.matcher(address).matches() || SHORT.matcher(address).matches()
                ? address : Path.of(address).toAbsolutePath().normalize().toUri().toString();
        return new GitLocation(url, SECRET.matcher(address).replaceFirst("//"), branch, folder);
    }

    /** Whether it needs the user's own keys. */
    boolean ssh() {
        return url.startsWith("ssh://") || SHORT.matcher(url).matches();
    }

    /** Full names that the branch can have in the repository, the likelier first. */
    List<String> refs() {
        return branch.isEmpty() ? List.of("HEAD") : List.of("refs/heads/" + branch, "refs/tags/" + branch);
    }

    /** That the repository has none of {@link #refs}. */
    AgentException missing() {
        return branch.isEmpty()
                ? AgentException.badInput("source-empty", "The repository " + shown + " has no commits.", "Name a repository that holds documentation.")
                : AgentException.notFound(
                        "source-branch-not-found",
                        "The repository " + shown + " has no branch or tag '" + branch + "'.",
                        "Name an existing branch behind the '#', or leave it out for the default branch.");
    }

    /** Where a folder of a commit is read on the web when the host is one that is known, else an empty string. */
    String webAddress(String commit) {
        Matcher matcher = WEB.matcher(url);
        if (!matcher.matches() || folder.contains("..")) {
            return "";
        }
        String host = matcher.group(1);
        String view = host.equals("gitlab.com") ? "/-/blob/" : host.equals("bitbucket.org") ? "/src/" : host.equals("codeberg.org") ? "/src/commit/" : "/blob/";
        String below = folder.replaceAll("/+$", "");
        return "https://" + host + "/" + matcher.group(2) + view + commit + (below.isEmpty() ? "" : "/" + below);
    }

    /** A name without what a file system or a shell could stumble over. */
    String name() {
        String path = shown.replaceAll("[/\\\\]+$", "");
        String last = path.substring(Math.max(path.lastIndexOf('/'), Math.max(path.lastIndexOf('\\'), path.lastIndexOf(':'))) + 1);
        String name = (last.endsWith(".git") ? last.substring(0, last.length() - 4) : last).replaceAll("[^\\w.-]", "-");
        return name.isEmpty() || name.equals(".") || name.equals("..") ? "repository" : name;
    }

    private static String address(String location) {
        int hash = location.indexOf('#');
        return hash < 0 ? location : location.substring(0, hash);
    }

    private static boolean isRepository(String address) {
        try {
            return Files.exists(Path.of(address, ".git")) || isBare(address);
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    private static boolean isBare(String address) {
        try {
            Path path = Path.of(address);
            return Files.isRegularFile(path.resolve("HEAD")) && Files.isDirectory(path.resolve("objects"))
                    && Files.isDirectory(path.resolve("refs"));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
