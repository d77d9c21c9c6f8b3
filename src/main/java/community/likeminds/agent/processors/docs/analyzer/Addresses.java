package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.analyzer.SiteSettings.Generator;
import community.likeminds.agent.processors.docs.analyzer.SiteSettings.Root;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the address at which a page is read, as the generator of its site makes it. */
final class Addresses {

    /** "01-intro", but no date and no version. */
    private static final Pattern NUMBERED = Pattern.compile("^\\d{1,4}\\s?[-_.]+\\s?(?!\\d)(.+)$");
    private static final Pattern PLAIN = Pattern.compile("[\\w.~-]{1,200}");
    private static final Set<String> INDEX = Set.of("index", "readme", "_index");
    private static final String UNRESERVED = "-._~!$&'()*+,;=:@";

    /** Where Astro's documentation lies by convention, whatever its configuration says. */
    private static final String ASTRO_PAGES = "/src/content/docs/";

    private Addresses() {}

    /**
     * @param path of the page below the source's root
     * @param site where the source says or is known to be read, without a slash at its end, or empty
     */
    static String of(String path, Map<String, String> front, Root root, String site) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        if (isPart(path) && !file.startsWith("_index.")) {
            return "";
        }
        String whole = site.isEmpty() ? root.site() : site;
        String permalink = front.getOrDefault("permalink", "").strip();
        String url = front.getOrDefault("url", "").strip();
        String fixed = permalink.isEmpty() ? url : permalink;
        if (fixed.startsWith("/") && !fixed.contains(":")) {
            return whole + clean(fixed);
        }
        boolean elsewhere = !fixed.equals(permalink) && (whole.isEmpty() || !fixed.startsWith(whole + "/"));
        if ((fixed.startsWith("https://") || fixed.startsWith("http://")) && !elsewhere) {
            return fixed;
        }
        String below = path.substring(root.folder().isEmpty() ? 0 : root.folder().length() + 1);
        int content = root.generator() == Generator.UNKNOWN ? ("/" + below).indexOf(ASTRO_PAGES) : -1;
        List<String> segments = segments(content < 0 ? below : below.substring(content + ASTRO_PAGES.length() - 1), root.generator());
        String last = segments.removeLast();
        String folder = segments.isEmpty() ? "" : "/" + String.join("/", segments);
        String slug = front.getOrDefault("slug", "").strip();
        if (slug.startsWith("https://") || slug.startsWith("http://")) {
            return slug;
        }
        if (!slug.isEmpty()) {
            return whole + clean(root.route() + (slug.startsWith("/") ? encoded(slug) : folder + "/" + encoded(slug)));
        }
        boolean category = INDEX.contains(last.toLowerCase(Locale.ROOT)) || root.generator() == Generator.NEXT && last.equals("page")
                || root.generator() == Generator.DOCUSAURUS && !segments.isEmpty() && last.equalsIgnoreCase(segments.getLast());
        String id = front.getOrDefault("id", "").strip();
        boolean named = root.generator() == Generator.DOCUSAURUS || root.generator() == Generator.UNKNOWN;
        String name = named && PLAIN.matcher(id).matches() && !id.matches("\\d+") ? id : last;
        if (root.generator() == Generator.SPHINX || root.generator() == Generator.ANTORA) {
            return whole + clean(root.route() + folder + "/" + last + ".html");
        }
        String route = clean(root.route() + folder + (category ? "" : "/" + name));
        return route.equals("/") && !whole.isEmpty() ? whole : whole + route;
    }

    /** Whether a file is part of other pages and no page itself. */
    private static boolean isPart(String path) {
        String[] segments = path.split("/");
        for (int i = 0; i < segments.length; i++) {
            boolean file = i == segments.length - 1;
            String name = segments[i];
            if (file && name.startsWith("_") || !file && Set.of("_partials", "_includes", "_snippets", "_shared", "partials", "includes", "platform-includes").contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> segments(String path, Generator generator) {
        List<String> segments = new ArrayList<>();
        String[] written = path.split("/");
        for (int i = 0; i < written.length; i++) {
            boolean file = i == written.length - 1;
            String segment = file ? withoutExtension(written[i]) : written[i];
            // A folder in parentheses only groups.
            boolean group = !file && segment.startsWith("(") && segment.endsWith(")");
            if (!group) {
                boolean strips = generator == Generator.DOCUSAURUS || generator == Generator.UNKNOWN;
                Matcher numbered = NUMBERED.matcher(segment);
                segments.add(encoded(strips && numbered.matches() ? numbered.group(1) : segment));
            }
        }
        return segments;
    }

    private static String withoutExtension(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0 || c == '/' || c == '%' || c == '#');
            encoded.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return encoded.toString();
    }

    private static String clean(String route) {
        String plain = route.replaceAll("/{2,}", "/");
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain.isEmpty() ? "/" : plain;
    }
}
