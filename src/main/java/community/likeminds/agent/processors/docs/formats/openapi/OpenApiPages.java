package community.likeminds.agent.processors.docs.formats.openapi;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.formats.Charsets;
import community.likeminds.agent.processors.docs.formats.RawPage;
import community.likeminds.agent.processors.docs.formats.Rendering;
import community.likeminds.agent.processors.docs.formats.UnreadablePageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads an OpenAPI 3 or Swagger 2 document: a page for each tag and one for its schemas. */
public final class OpenApiPages {

    private static final int HEAD = 8192;
    private static final int MOST_OPERATIONS = 5000;
    /** Characters that a document is written out to: what is referred to many times is written many times. */
    private static final long LONGEST = 60_000_000;
    private static final Pattern MARK = Pattern.compile("(?:^|[{,\\n])\\s{0,40}[\"']?(?:openapi|swagger)[\"']?\\s{0,10}:\\s{0,10}[\"']?[23]\\.");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private record Operation(String method, String path, ApiNode shared, ApiNode node) {}

    private OpenApiPages() {}

    /** Whether a file starts like such a document. */
    public static boolean describes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return describes(in.readNBytes(HEAD));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Whether bytes start like such a document. */
    public static boolean describes(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.UTF_8);
        return MARK.matcher(head.startsWith("\uFEFF") ? head.substring(1) : head).find();
    }

    /** @throws UnreadablePageException when it is damaged or describes nothing */
    public static List<Page> read(RawPage raw) throws UnreadablePageException {
        ApiNode root;
        try {
            root = ApiNode.parse(Charsets.text(raw.bytes(), raw.charset()));
        } catch (YAMLException | StackOverflowError damaged) {
            throw new UnreadablePageException("It looks like an OpenAPI document but is neither JSON nor YAML that can be read.", damaged);
        }
        Map<String, List<Operation>> tags = operations(root);
        Schemas schemas = new Schemas(root);
        List<Page> pages = new ArrayList<>();
        String title = root.get("info").get("title").text().strip();
        String name = title.isEmpty() ? raw.path().substring(raw.path().lastIndexOf('/') + 1) : title;
        long written = 0;
        for (Map.Entry<String, List<Operation>> tag : tags.entrySet()) {
            Rendering out = new Rendering();
            out.title(tag.getKey().isEmpty() ? name : name + ": " + tag.getKey(), "");
            ApiWriter writer = new ApiWriter(out, schemas, server(root));
            if (pages.isEmpty()) {
                writer.description(root.get("info").get("description"));
            }
            root.get("tags").items().stream().filter(one -> one.get("name").text().equals(tag.getKey())).findFirst()
                    .ifPresent(one -> writer.description(one.get("description")));
            for (Operation one : tag.getValue()) {
                writer.operation(one.method(), one.path(), one.shared(), one.node());
                bounded(written + out.length());
            }
            written += out.length();
            pages.add(page(raw, out, tag.getKey().isEmpty() ? "" : "tag/" + slug(tag.getKey())));
        }
        Map<String, ApiNode> all = root.get("components").get("schemas").entries();
        Map<String, ApiNode> declared = all.isEmpty() ? root.get("definitions").entries() : all;
        if (!declared.isEmpty()) {
            Rendering out = new Rendering();
            out.title(name + ": schemas", "");
            ApiWriter writer = new ApiWriter(out, schemas, "");
            for (Map.Entry<String, ApiNode> one : declared.entrySet()) {
                writer.schema(one.getKey(), one.getValue());
                bounded(written + out.length());
            }
            pages.add(page(raw, out, "schemas"));
        }
        if (pages.isEmpty()) {
            throw new UnreadablePageException("It is an OpenAPI document without operations and schemas.");
        }
        return pages;
    }

    private static void bounded(long written) throws UnreadablePageException {
        if (written > LONGEST) {
            throw new UnreadablePageException("It is an OpenAPI document whose references write out to more than " + LONGEST / 1_000_000
                    + " million characters; divide it, or refer to less.");
        }
    }

    private static Page page(RawPage raw, Rendering out, String anchor) {
        String path = anchor.isEmpty() ? raw.path() : raw.path() + "#" + anchor;
        String address = raw.address().isEmpty() || anchor.isEmpty() ? raw.address() : raw.address() + "#" + anchor;
        return out.page(raw.source(), path, address, out.content());
    }

    private static Map<String, List<Operation>> operations(ApiNode root) {
        Map<String, List<Operation>> tags = new LinkedHashMap<>();
        int count = 0;
        for (Map.Entry<String, ApiNode> path : root.get("paths").entries().entrySet()) {
            for (Map.Entry<String, ApiNode> operation : path.getValue().entries().entrySet()) {
                if (METHODS.contains(operation.getKey().toLowerCase(Locale.ROOT)) && count++ < MOST_OPERATIONS) {
                    List<ApiNode> named = operation.getValue().get("tags").items();
                    tags.computeIfAbsent(named.isEmpty() ? "" : named.getFirst().text(), none -> new ArrayList<>())
                            .add(new Operation(operation.getKey(), path.getKey(), path.getValue(), operation.getValue()));
                }
            }
        }
        return tags;
    }

    private static String server(ApiNode root) {
        List<ApiNode> servers = root.get("servers").items();
        if (!servers.isEmpty()) {
            return servers.getFirst().get("url").text().replaceAll("/+$", "");
        }
        String host = root.get("host").text();
        List<ApiNode> schemes = root.get("schemes").items();
        String scheme = schemes.isEmpty() ? "https" : schemes.getFirst().text();
        return (host.isEmpty() ? "" : scheme + "://" + host) + root.get("basePath").text().replaceAll("/+$", "");
    }

    private static String slug(String text) {
        String slug = text.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "other" : slug.substring(0, Math.min(80, slug.length()));
    }
}
