package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.processors.docs.formats.openapi.OpenApiPages;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Folders and single files of this machine. */
final class LocalSources implements SourceOpener {

    /** Two letters at least, so that a drive is none. */
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{1,20}):[^\\\\\\s].*");

    @Override
    public boolean accepts(String location) {
        return true;
    }

    @Override
    public Source open(String location, Progress progress) {
        Path path = real(location);
        if (!Files.isReadable(path)) {
            throw AgentException.badInput(
                    "source-unreadable",
                    "The source '" + location + "' cannot be read by this user.",
                    "Give yourself permission to read it, or copy it to a folder of yours.");
        }
        if (Files.isDirectory(path)) {
            return new Source(name(path), Source.Kind.FOLDER, path.toString(), "", path, "", "");
        }
        if (!Files.isRegularFile(path)) {
            throw AgentException.badInput(
                    "source-invalid", "The source '" + location + "' is neither a folder nor a file.", "Name a folder or a file.");
        }
        if (!PageFiles.isPage(name(path)) && !OpenApiPages.describes(path)) {
            throw AgentException.badInput(
                    "source-invalid",
                    "The file '" + location + "' is no page of documentation.",
                    "Name a Markdown, HTML, PDF, AsciiDoc, reStructuredText or text file, an OpenAPI document, an archive (.zip, .tgz), or a folder of them.");
        }
        Path folder = path.getParent() == null ? path : path.getParent();
        return new Source(name(path), Source.Kind.FILE, path.toString(), "", folder, name(path), "");
    }

    private static Path real(String location) {
        try {
            Path path = Path.of(location).toAbsolutePath().normalize();
            if (!Files.exists(path)) {
                throw missing(location, null);
            }
            return path.toRealPath();
        } catch (InvalidPathException | IOException failed) {
            throw missing(location, failed);
        }
    }

    private static AgentException missing(String location, @Nullable Exception cause) {
        Matcher scheme = SCHEME.matcher(location);
        if (scheme.matches()) {
            return new AgentException(
                    AgentException.Kind.BAD_INPUT,
                    "source-invalid",
                    "'" + scheme.group(1) + ":' is no kind of source that can be read.",
                    "Write npm:NAME, maven:GROUP:ARTIFACT, https://… for a site, or the path of a folder, a file or an archive.",
                    cause);
        }
        return new AgentException(
                AgentException.Kind.NOT_FOUND,
                "source-not-found",
                "There is no documentation at '" + location + "'.",
                "Check the path; a folder, a file, an archive, a git repository, a site (https://…), npm:NAME or maven:GROUP:ARTIFACT can be named.",
                cause);
    }

    private static String name(Path path) {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }
}
