package community.likeminds.agent.processors.code.formats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Kinds of markup: what identifies an element, and where an element belongs that a guide shows alone. */
enum MarkupKind {
    POM("pom\\.xml",
            "dependency=project/dependencies plugin=project/build/plugins repository=project/repositories dependencies=project "
                    + "dependencyManagement=project build=project properties=project plugins=project/build repositories=project profile=project/profiles",
            "project") {
        @Override
        String key(Element element) {
            return switch (element.name()) {
                case "dependency", "exclusion", "plugin", "extension", "annotationProcessorPath", "path" -> {
                    String group = element.textOf("groupId");
                    yield (group.isEmpty() ? "org.apache.maven.plugins" : group) + ":" + element.textOf("artifactId") + ":" + element.textOf("classifier");
                }
                case "repository", "pluginRepository", "execution", "profile" -> element.textOf("id");
                case "module", "goal", "arg", "include", "exclude" -> "";
                default -> element.name();
            };
        }
    },
    MANIFEST("androidmanifest\\.xml",
            "uses-permission=manifest uses-feature=manifest queries=manifest application=manifest permission=manifest activity=manifest/application "
                    + "service=manifest/application receiver=manifest/application provider=manifest/application meta-data=manifest/application",
            "manifest") {
        @Override
        String key(Element element) {
            String name = element.attribute("android:name");
            boolean single = Set.of("manifest", "application", "queries", "uses-sdk", "supports-screens").contains(element.name());
            return single ? element.name() : name.isEmpty() ? "" : element.name() + " " + name;
        }
    },
    PLIST(".*\\.plist|.*\\.entitlements", "key=plist/dict dict=plist array=plist", "plist") {
        @Override
        String key(Element element) {
            return element.name().equals("plist") || element.parent() instanceof Element parent && parent.name().equals("plist") ? element.name() : "";
        }
    },
    HTML(".*\\.html?",
            "meta=html/head link=html/head title=html/head script=html/body head=html body=html *=html/body", "html") {
        @Override
        String key(Element element) {
            String own = first(element, switch (element.name()) {
                case "script" -> List.of("src", "id");
                case "link" -> List.of("href");
                case "meta" -> List.of("name", "property", "charset", "http-equiv");
                default -> List.of("id");
            });
            boolean single = Set.of("html", "head", "body", "title").contains(element.name());
            return single ? element.name() : own.isEmpty() ? "" : element.name() + " " + own;
        }
    },
    /** What a component shows: elements without a document around them. */
    TEMPLATE(".*\\.component\\.html|.*\\.(?:vue|svelte|astro)", "", "") {
        @Override
        String key(Element element) {
            boolean top = element.parent() instanceof Element parent && parent.name().isEmpty() && Set.of("template", "script", "style").contains(element.name());
            String id = element.attribute("id");
            return top ? element.name() : id.isEmpty() ? "" : element.name() + " " + id;
        }
    },
    /** What logging frameworks read. */
    LOGGING("(?:logback|log4j2).*\\.xml",
            "appender=configuration logger=configuration root=configuration Appenders=Configuration Loggers=Configuration Logger=Configuration/Loggers",
            "configuration") {
        @Override
        String key(Element element) {
            boolean single = Set.of("configuration", "root", "Configuration", "Appenders", "Loggers", "Root").contains(element.name());
            String own = first(element, List.of("name", "ref", "resource"));
            return single ? element.name() : own.isEmpty() ? "" : element.name() + " " + own;
        }
    },
    WEB("web\\.xml", "servlet=web-app servlet-mapping=web-app filter=web-app filter-mapping=web-app listener=web-app context-param=web-app", "web-app") {
        @Override
        String key(Element element) {
            String own = element.textOf("servlet-name") + element.textOf("filter-name") + element.textOf("param-name");
            boolean named = Set.of("servlet", "filter", "context-param", "init-param").contains(element.name()) && !own.isEmpty();
            return element.name().equals("web-app") ? "web-app" : named ? element.name() + " " + own : "";
        }
    },
    XML(".*\\.xml|.*\\.xaml|.*\\.storyboard|.*\\.csproj|.*\\.props|.*\\.targets",
            "string=resources color=resources style=resources dimen=resources integer=resources bool=resources string-array=resources", "resources") {
        @Override
        String key(Element element) {
            String own = first(element, List.of("name", "android:name", "id", "Include", "key"));
            return element.parent() instanceof Element parent && parent.name().isEmpty() ? element.name() : own.isEmpty() ? "" : element.name() + " " + own;
        }
    };

    private final String files;
    private final String homes;
    private final String root;

    MarkupKind(String files, String homes, String root) {
        this.files = files;
        this.homes = homes;
        this.root = root;
    }

    static Optional<MarkupKind> of(String name) {
        return Stream.concat(Stream.of(TEMPLATE), Arrays.stream(values())).filter(one -> name.matches(one.files)).findFirst();
    }

    /** Whether tags are those of HTML: some have no end, scripts and styles hold no tags. */
    boolean html() {
        return this == HTML || this == TEMPLATE;
    }

    /** The name of an element among its neighbours, or empty when only its text tells it. */
    abstract String key(Element element);

    /** The elements in which an element belongs that a snippet shows alone, outer ones first. */
    List<String> home(String element) {
        if (element.equals(root)) {
            return List.of();
        }
        @Nullable String any = null;
        for (String one : homes.split(" ")) {
            String[] parts = one.split("=", 2);
            if (parts[0].equals(element)) {
                return List.of(parts[1].split("/"));
            }
            any = parts[0].equals("*") ? parts[1] : any;
        }
        return any == null ? List.of() : List.of(any.split("/"));
    }

    private static String first(Element element, List<String> attributes) {
        return attributes.stream().map(element::attribute).filter(one -> !one.isEmpty()).findFirst().orElse("");
    }
}
