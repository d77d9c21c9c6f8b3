package community.likeminds.agent.processors.docs.sources.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a site that is read: one origin, one path and what is below it.
 *
 * @param origin scheme, host and port
 * @param prefix path that every page starts with; ends with a slash
 */
record Scope(String origin, String prefix) {

    private static final Set<String> NO_PAGES = Set.of(
            "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "avif", "css", "js", "mjs", "map", "woff", "woff2", "ttf", "otf", "eot", "zip", "gz", "tgz",
            "tar", "jar", "exe", "dmg", "pkg", "apk", "mp4", "webm", "mp3", "wav", "mov", "xml", "rss", "atom", "csv", "wasm", "ipynb");

    static Scope of(URI start) {
        String path = start.getRawPath() == null ? "" : start.getRawPath();
        String last = path.substring(path.lastIndexOf('/') + 1);
        String folder = last.contains(".") ? path.substring(0, path.lastIndexOf('/') + 1) : path;
        return new Scope(origin(start), folder.endsWith("/") ? folder : folder + "/");
    }

    /** The part that was asked for, unless a redirect led out of it: then the part that it led to. */
    static Scope of(URI asked, URI found) {
        Scope moved = new Scope(origin(found), of(asked).prefix());
        boolean stays = String.valueOf(asked.getHost()).equalsIgnoreCase(found.getHost()) && moved.holds(found);
        return stays ? moved : of(found);
    }

    static String origin(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        int port = address.getPort();
        boolean usual = port < 0 || scheme.equals("http") && port == 80 || scheme.equals("https") && port == 443;
        return scheme + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port);
    }

    String root() {
        return origin + prefix;
    }

    boolean holds(URI address) {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return origin.equals(origin(address)) && (path.startsWith(prefix) || (path + "/").equals(prefix));
    }

    /** An address as pages are told apart by it, or null for what is no page: without fragment, query and dots in its path. */
    static @Nullable URI page(URI base, String link) {
        String text = link.strip();
        int hash = text.indexOf('#');
        text = hash < 0 ? text : text.substring(0, hash);
        int query = text.indexOf('?');
        text = query < 0 ? text : text.substring(0, query);
        if (text.isEmpty() && hash >= 0 || text.length() > 2000) {
            return null;
        }
        try {
            URI at = base.resolve(new URI(text.replace(" ", "%20").replace("|", "%7C"))).normalize();
            String scheme = at.getScheme();
            if (scheme == null || at.getHost() == null || !(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
                return null;
            }
            String path = at.getRawPath() == null || at.getRawPath().isEmpty() ? "/" : at.getRawPath();
            return NO_PAGES.contains(extension(path)) || path.startsWith("/..") ? null : new URI(origin(at) + path);
        } catch (URISyntaxException | IllegalArgumentException invalid) {
            return null;
        }
    }

    private static String extension(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.contains(".") ? last.substring(last.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) : "";
    }

    /** Path below the copy's root that a page is stored under, with an extension that tells its format. */
    String file(URI address, String extension) {
        String path = address.getPath() == null ? "/" : address.getPath();
        String decodedPrefix = URI.create(origin + prefix).getPath();
        String below = path.startsWith(decodedPrefix) ? path.substring(decodedPrefix.length()) : path.equals("/") || (path + "/").equals(decodedPrefix) ? "" : path.substring(1);
        StringBuilder file = new StringBuilder();
        for (String part : below.split("/")) {
            String safe = part.replaceAll("[\\p{Cntrl}<>:\"\\\\|?*]", "_").replaceFirst("^\\.+", "_").strip();
            if (!safe.isEmpty()) {
                byte[] bytes = safe.getBytes(StandardCharsets.UTF_8);
                file.append(file.isEmpty() ? "" : "/").append(bytes.length > 150 ? safe.substring(0, 30) + "-" + Integer.toHexString(safe.hashCode()) : safe);
            }
        }
        boolean folder = below.isEmpty() || below.endsWith("/");
        if (folder) {
            return file + (file.isEmpty() ? "" : "/") + "index." + extension;
        }
        String own = extension(file.toString());
        boolean fits = own.equals(extension) || own.equals("htm") && extension.equals("html");
        return fits ? file.toString() : file + "." + extension;
    }
}
