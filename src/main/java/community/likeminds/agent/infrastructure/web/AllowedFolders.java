package community.likeminds.agent.infrastructure.web;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The folders that a request may name. Whoever reaches the port could otherwise read and change everything that this process
 * can; links are followed before the comparison.
 */
public final class AllowedFolders {

    /** Strictly what readers of sources take for remote: anything else ends up as a path, in which a made-up beginning and '..' lead anywhere. */
    private static final Pattern REMOTE =
            Pattern.compile("(?:npm|maven):.+|(?:(?:git\\+)?https?://|HTTPS?://|ssh://(?=[^\\s#])|git@[\\w.-]+:(?=[^\\s:#]))\\S+");

    private static final String FILE_NOT_FOUND = "file-not-found";

    private final FolderRoots roots;
    private final FolderOwners owners;

    /**
     * @param folders of the default organisation
     * @param others of other organisations; they reach nothing else but what was registered for them
     */
    public AllowedFolders(List<Path> folders, Map<TenantId, List<Path>> others, FolderOwners owners) {
        this.owners = owners;
        this.roots = new FolderRoots(folders, others);
    }

    /** The real path of a project. Throws {@code project-not-found}, or {@code folder-not-allowed} also for one that another organisation has. */
    public Path project(TenantId tenant, String path) {
        return check(tenant, path, "project-not-found");
    }

    /** A location of documentation as it can be handed on: remote ones as they are, local ones as real paths. */
    public String source(TenantId tenant, String location) {
        if (REMOTE.matcher(location).matches()) {
            return location;
        }
        int fragment = location.indexOf('#');
        String path = fragment < 0 ? location : location.substring(0, fragment);
        return check(tenant, path, "source-not-found") + (fragment < 0 ? "" : location.substring(fragment));
    }

    /** A file that is there or is to be made. Throws {@code file-not-found} when its folder is not there, or {@code folder-not-allowed}. */
    public Path file(TenantId tenant, String path) {
        try {
            Path given = Path.of(path).toAbsolutePath();
            Path folder = given.getParent();
            Path name = given.getFileName();
            // A link that leads nowhere is there all the same, and must not lead out of the folders once it does.
            if (folder != null && name != null && !name.toString().equals("..") && !Files.exists(given, LinkOption.NOFOLLOW_LINKS)) {
                return check(tenant, folder.toString(), FILE_NOT_FOUND).resolve(name);
            }
        } catch (InvalidPathException invalid) {
            return check(tenant, path, FILE_NOT_FOUND);
        }
        return check(tenant, path, FILE_NOT_FOUND);
    }

    private Path check(TenantId tenant, String path, String code) {
        Path real;
        try {
            real = Path.of(path).toRealPath();
        } catch (IOException | InvalidPathException e) {
            throw new AgentException(
                    AgentException.Kind.NOT_FOUND,
                    code,
                    "The path '" + path + "' does not exist.",
                    "Name an existing path on the machine of the server.",
                    e);
        }
        if (owners.reachable(tenant, real) && (roots.give(tenant, real) || roots.hold(real) && owners.registered(tenant, real))) {
            return real;
        }
        throw AgentException.badInput(
                "folder-not-allowed",
                "The path '" + path + "' is outside of the folders that this server may touch for your organisation.",
                "Start the server with --projects (--projects-of for an organisation of its own) and a folder that holds it,"
                        + " or register it on the server's machine: likeminds projects add.");
    }
}
