package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.FileHint;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds the project's file for code of mobile apps, Python, Ruby and Go: by the name that the guide gives, by what it says, by what the code is. */
final class PlatformTargets {

    private record Sign(Pattern pattern, String role) {}

    /** Names of files, as guides write them, and the role that such a file plays. */
    private static final List<Sign> NAMES = List.of(
            sign("(?:.*/)?AndroidManifest\\.xml", "android-manifest"), sign("(?:.*/)?Info\\.plist", "info-plist"), sign("(?:.*/)?Podfile", "podfile"),
            sign("(?:.*/)?settings\\.gradle(?:\\.kts)?", "settings"), sign("(?:.*/)?libs\\.versions\\.toml", "version-catalog"),
            sign("app/build\\.gradle(?:\\.kts)?", "app-build"), sign("(?:.*/)?\\w*MainActivity\\.(?:kt|java)", "main-activity"),
            sign("(?:.*/)?\\w*Application\\.(?:kt|java)", "application-class"), sign("(?:.*/)?AppDelegate\\.swift", "app-delegate"),
            sign("(?:.*/)?(?:main|\\w+App)\\.(?:dart|swift)", "entry"), sign("(?:.*/)?settings\\.py", "settings"), sign("(?:.*/)?urls\\.py", "urls"),
            sign("(?:.*/)?(?:app|main|wsgi|asgi|__init__)\\.py", "server"), sign("(?:.*/)?main\\.go", "entry"));

    /** What the sentence or the heading before the code says. */
    private static final List<Sign> WORDS = List.of(
            sign("\\bAndroidManifest\\b", "android-manifest"), sign("\\bInfo\\.plist\\b", "info-plist"), sign("\\bPodfile\\b", "podfile"),
            sign("\\bsettings\\.gradle\\b", "settings"), sign("\\bApplication` class\\b|\\bapplication class\\b|\\bApplication\\.onCreate\\b", "application-class"),
            sign("\\bMain ?Activity\\b", "main-activity"), sign("\\bApp ?Delegate\\b", "app-delegate"), sign("\\bmain\\.dart\\b|\\bmain(?:\\(\\))?`? function\\b|\\brunApp\\b", "entry"),
            sign("\\bsettings\\.py\\b|\\bDjango settings\\b", "settings"), sign("\\burls\\.py\\b", "urls"));

    /** What the code itself is. */
    private static final List<Sign> CONTENT = List.of(
            sign("(?s).*<(?:manifest|uses-permission|application|provider|activity)\\b.*android:.*", "android-manifest"),
            sign("(?s).*<key>\\w+</key>.*", "info-plist"), sign("(?s).*\\b(?:pluginManagement|dependencyResolutionManagement)\\s*\\{.*", "settings"),
            sign("(?s).*\\bclass\\s+\\w+\\s*(?::|extends)\\s*(?:Multi[Dd]ex)?Application\\b.*", "application-class"),
            sign("(?s).*\\bclass\\s+\\w+\\s*:.*\\bUIApplicationDelegate\\b.*|(?s).*didFinishLaunchingWithOptions.*", "app-delegate"),
            sign("(?s).*\\brunApp\\(.*", "entry"), sign("(?s).*@main\\s+struct\\s.*", "entry"),
            sign("(?s)(?:.*\\n)?(?:INSTALLED_APPS|MIDDLEWARE|DATABASES|TEMPLATES|CACHES|LOGGING)\\s*\\+?=.*", "settings"), sign("(?s).*\\burlpatterns\\s*\\+?=.*", "urls"),
            sign("(?s).*\\b(?:Flask|FastAPI)\\(.*", "server"), sign("(?s).*\\bfunc main\\(\\).*", "entry"));

    /** Settings of Django alone: names in capitals. */
    private static final Pattern CAPITALS = Pattern.compile("(?:\\s*(?:#[^\\n]*\\n|[A-Z][A-Z0-9_]+\\s*=(?!=)[^\\n]*(?:\\n(?:[ \\t)\\]}][^\\n]*)?)*))+");

    /** Languages that are written in one file only. */
    static final Map<String, String> FILES = Map.of("dockerfile", "Dockerfile", "docker", "Dockerfile", "proguard", "proguard-rules.pro");

    /** What Rails loads because it lies there. */
    private static final Pattern LOADED = Pattern.compile("config/initializers/[\\w-]+\\.rb");

    private static final Map<String, String> INSTEAD = Map.of("server", "entry", "entry", "server", "app-delegate", "entry");

    private final ProjectProfile project;
    private final Workspace files;

    PlatformTargets(ProjectProfile project, Workspace files) {
        this.project = project;
        this.files = files;
    }

    private static Sign sign(String pattern, String role) {
        return new Sign(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), role);
    }

    /** @param said the heading and the prose before the code */
    Target find(CodeBlock code, String said) {
        for (FileHint hint : code.files()) {
            Target named = named(hint.path());
            if (named.found()) {
                return named;
            }
        }
        String file = FILES.getOrDefault(code.language(), "");
        if (!file.isEmpty()) {
            return named(file);
        }
        if (project.framework().equals("django") && CAPITALS.matcher(code.code()).matches()) {
            return role("settings", "");
        }
        Target content = CONTENT.stream().filter(one -> one.pattern().matcher(code.code()).matches()).map(one -> role(one.role(), ""))
                .filter(Target::found).findFirst().orElse(Target.NONE);
        return content.found() ? content
                : WORDS.stream().filter(one -> one.pattern().matcher(said).find()).map(one -> role(one.role(), "")).filter(Target::found).findFirst().orElse(Target.NONE);
    }

    private Target named(String hint) {
        String path = hint.replace('\\', '/').replaceFirst("^(?:\\./|/)", "");
        if (path.contains("..")) {
            return Target.NONE;
        }
        if (files.exists(path)) {
            return new Target(path, hint, "The guide names " + hint + ", which the project has.");
        }
        if (project.framework().equals("rails") && LOADED.matcher(path).matches()) {
            return new Target(path, hint, "The guide creates " + hint + ", which Rails loads when it starts.");
        }
        Target played = NAMES.stream().filter(one -> one.pattern().matcher(path).matches()).map(one -> role(one.role(), hint)).filter(Target::found).findFirst().orElse(Target.NONE);
        if (played.found()) {
            return played;
        }
        String file = path.substring(path.lastIndexOf('/') + 1);
        List<String> same = files.paths().stream().filter(own -> own.endsWith("/" + file) || own.equals(file)).toList();
        return same.size() == 1 ? new Target(same.getFirst(), hint, "The guide's " + hint + " is " + same.getFirst() + " here: the project has one file of that name.") : Target.NONE;
    }

    Target role(String role, String hint) {
        String played = project.roles().getOrDefault(role, project.roles().getOrDefault(INSTEAD.getOrDefault(role, ""), ""));
        return played.isEmpty() ? Target.NONE
                : new Target(played, hint, (hint.isEmpty() ? "The code belongs to the " + role.replace('-', ' ') : "The guide's " + hint + " is the " + role.replace('-', ' '))
                        + ", which is " + played + " here.");
    }
}
