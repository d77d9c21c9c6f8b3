package community.likeminds.agent.agents.documentation.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the configuration of a site says about addresses: a path that it names is redirected or made by the build. */
final class Redirects {

    private static final long LARGEST = 2_000_000;
    private static final Pattern NAMES = Pattern.compile(
            "(?i)(?:.*redirects?.*\\.(?:js|ts|mjs|cjs|json|ya?ml|toml|txt)|_redirects|(?:next|docusaurus|nuxt|astro|gatsby|vitepress)[.-]?(?:config|node)\\.\\w+"
                    + "|config\\.m?[jt]s|vercel\\.json|netlify\\.toml|mint\\.json|docs\\.json|mkdocs\\.ya?ml|_category_\\.json)");

    private final String text;

    private Redirects(String text) {
        this.text = text;
    }

    static Redirects of(Path root, Collection<String> files) {
        StringBuilder text = new StringBuilder();
        for (String file : files) {
            if (NAMES.matcher(file.substring(file.lastIndexOf('/') + 1)).matches()) {
                try {
                    Path path = root.resolve(file);
                    if (Files.size(path) <= LARGEST) {
                        text.append(new String(Files.readAllBytes(path), StandardCharsets.UTF_8)).append('\n');
                    }
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        }
        return new Redirects(text.toString().toLowerCase(Locale.ROOT));
    }

    boolean has(String path) {
        String plain = path.toLowerCase(Locale.ROOT).replaceAll("^/+|/+$", "");
        return plain.length() > 1
                && Pattern.compile("[\"'`\\s]/?" + Pattern.quote(plain) + "/?[\"'`\\s]").matcher(text).find();
    }
}
