package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.analyzer.SiteSettings.Generator;
import community.likeminds.agent.processors.docs.analyzer.SiteSettings.Root;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the configuration of Sphinx and of Antora says: where pages are read, and what names stand for in their texts. */
final class TextSites {

    private static final Pattern ASSIGNED = Pattern.compile("(?m)^(release|version|project|html_baseurl)\\s{0,8}=\\s{0,8}[\"']([^\"'\\n]{1,200})[\"']");
    private static final Pattern REPLACED = Pattern.compile("(?m)^\\s{0,20}\\.\\. \\|([^|\\n]{1,60})\\| replace::\\s{0,8}(.{1,300})$");
    private static final String ATTRIBUTES = "asciidoc.attributes.";

    private TextSites() {}

    static void read(SiteFiles files, List<Root> roots, Map<String, String> variables) {
        SiteSettings.read(files, "conf", Set.of("py"), (folder, text) -> sphinx(folder, text, roots, variables));
        SiteSettings.read(files, "antora", Set.of("yml", "yaml"), (folder, text) -> antora(folder, text, files, roots, variables));
    }

    private static void sphinx(String folder, String text, List<Root> roots, Map<String, String> variables) {
        String base = "";
        Matcher assigned = ASSIGNED.matcher(text);
        while (assigned.find()) {
            base = assigned.group(1).equals("html_baseurl") ? assigned.group(2) : base;
            variables.putIfAbsent("rst." + assigned.group(1), assigned.group(2));
        }
        Matcher replaced = REPLACED.matcher(text);
        while (replaced.find()) {
            variables.putIfAbsent("rst." + replaced.group(1), replaced.group(2).strip());
        }
        roots.add(new Root(folder, Generator.SPHINX, SiteSettings.site(base), ""));
    }

    private static void antora(String folder, String text, SiteFiles files, List<Root> roots, Map<String, String> variables) {
        Map<String, String> values = FrontMatter.yaml(text);
        values.forEach((key, value) -> {
            if (key.startsWith(ATTRIBUTES)) {
                variables.putIfAbsent("adoc." + key.substring(ATTRIBUTES.length()).toLowerCase(java.util.Locale.ROOT), value.replaceFirst("@$", ""));
            }
        });
        String version = values.getOrDefault("version", "").replace("~", "");
        String name = values.getOrDefault("name", "");
        String component = (name.equals("ROOT") || name.isEmpty() ? "" : "/" + name) + (version.isEmpty() ? "" : "/" + version);
        for (String module : files.folders(SiteSettings.join(folder, "modules"))) {
            roots.add(new Root(SiteSettings.join(folder, "modules/" + module + "/pages"), Generator.ANTORA, "", component + (module.equals("ROOT") ? "" : "/" + module)));
        }
    }
}
