package community.likeminds.agent.agents.documentation.review;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Paths as links write them. */
final class LinkPaths {

    private static final Pattern GLUED = Pattern.compile("(.*\\.mdx?)[A-Za-z][\\w-]{2,}");

    private LinkPaths() {}

    /** First part of a path from the root. */
    static String section(String path) {
        String plain = path.replaceFirst("^(?:@site|~)?/+", "");
        int slash = plain.indexOf('/');
        return slash < 0 ? plain : plain.substring(0, slash);
    }

    /** The file's name of a path like {@code a.mdheading}, which has lost a '#', or null. */
    static @Nullable String glued(String path) {
        Matcher matcher = GLUED.matcher(path);
        return matcher.matches() ? matcher.group(1) : null;
    }

    static boolean looksLikeVersion(String path) {
        return SourceFiles.extension(path).matches("\\d+|x|\\d+[-\\w]*");
    }

    static int cut(String target) {
        int hash = target.indexOf('#');
        int query = target.indexOf('?');
        int end = hash < 0 ? target.length() : hash;
        return query >= 0 && query < end ? query : end;
    }

    static String decoded(String path) {
        try {
            return path.indexOf('%') < 0 ? path : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }

    static String relative(PageText from, PageText to) {
        String[] left = from.folder().isEmpty() ? new String[0] : from.folder().split("/");
        String[] right = to.path().split("/");
        int same = 0;
        while (same < left.length && same < right.length - 1 && left[same].equals(right[same])) {
            same++;
        }
        StringBuilder path = new StringBuilder(same == left.length ? "./" : "");
        path.repeat("../", left.length - same);
        return path.append(String.join("/", List.of(right).subList(same, right.length))).toString();
    }
}
