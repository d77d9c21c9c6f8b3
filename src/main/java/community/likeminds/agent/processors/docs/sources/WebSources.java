package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.processors.docs.analyzer.PageParser;
import community.likeminds.agent.processors.docs.sources.web.HostGuard;
import community.likeminds.agent.processors.docs.sources.web.Limits;
import community.likeminds.agent.processors.docs.sources.web.Site;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Documentation sites, kept as a copy that is brought up to date. */
final class WebSources implements SourceOpener {

    private final Path cache;
    private final Site site;

    /** @param privateHosts names of hosts on private networks that may be read */
    WebSources(Path cache, List<String> privateHosts) {
        this.cache = cache;
        this.site = new Site(new HostGuard(privateHosts), Limits.standard());
    }

    @Override
    public boolean accepts(String location) {
        return location.toLowerCase(Locale.ROOT).matches("https?://.*");
    }

    @Override
    public Source open(String location, Progress progress) {
        int hash = location.indexOf('#');
        String address = hash < 0 ? location : location.substring(0, hash);
        Path copy = cache.resolve("web").resolve(PageParser.sha256(address.getBytes(StandardCharsets.UTF_8)).substring(0, 32));
        try {
            String root = site.update(address, copy, progress);
            return new Source(name(root), Source.Kind.WEB, address, "", copy.resolve("content"), "", root);
        } catch (IOException | UncheckedIOException failed) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "source-cache-unwritable",
                    "The site " + address + " cannot be stored in " + copy + ": " + failed.getMessage() + ".",
                    "Make sure that the data folder can be written to and has room, or choose another with --data.",
                    failed);
        }
    }

    /** {@code docs.example.org/react}. */
    private static String name(String root) {
        URI address = URI.create(root);
        String port = address.getPort() < 0 ? "" : "-" + address.getPort();
        return address.getHost() + port + (address.getPath() == null ? "" : address.getPath());
    }
}
