package community.likeminds.agent.agents.coding.requirementanalysis;

import community.likeminds.agent.agents.coding.ProjectProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Pages that browsers read as they are: no manifest, no packages, nothing that builds them. */
final class StaticSite {

    private static final String NAME = "static";
    private static final Pattern SCRIPT = Pattern.compile("(?i)<script\\b[^>]*\\bsrc=[\"']?(?:\\./|/)?([\\w./-]+\\.m?js)\\b");

    /** What says that the page is made by, or belongs to, something that is not known here. */
    private static final Pattern OTHER = Pattern.compile(
            "(?:deno\\.jsonc?|mix\\.exs|build\\.sbt|project\\.clj|CMakeLists\\.txt|Makefile\\.PL|_config\\.ya?ml|(?:hugo|zola|book)\\.(?:toml|ya?ml)|mkdocs\\.ya?ml|[^/]+\\.(?:csproj|fsproj|vbproj|sln|cabal|php|cshtml|aspx))");

    private final Inspection inspection;
    private final ProjectFiles files;

    StaticSite(Inspection inspection) {
        this.inspection = inspection;
        this.files = inspection.files();
    }

    /** The profile, or empty where the folder has no start page of its own. */
    Optional<ProjectProfile> inspect() {
        String html = "index.html";
        if (!files.has(html) || files.text(html).startsWith("---") || files.paths().stream().anyMatch(path -> OTHER.matcher(path).matches())) {
            return Optional.empty();
        }
        inspection.facts().concluded("framework", NAME, html, "There is a page, and no manifest of any kind.");
        inspection.facts().concluded("language", "javascript", html, "It is what browsers run.");
        Map<String, String> roles = new LinkedHashMap<>();
        roles.put("html", html);
        SCRIPT.matcher(files.text(html)).results().map(one -> one.group(1)).filter(files::has).findFirst().ifPresent(script -> roles.put("entry", script));
        return Optional.of(new ProjectProfile(
                files.root().toString(), "", NAME, NAME, List.of("html", "web", "javascript"), "javascript", "", "", "", roles, Map.of(), "", "", inspection.git()));
    }
}
