package community.likeminds.agent.agents.coding.codeplanning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What documented code, commands and settings must not bring about by themselves: it is shown to the person with the reason. */
public final class Hazards {

    /** Signs of code that no set-up of an SDK needs, each with what it does. */
    private static final Map<Pattern, String> CODE = signs(Map.of(
            "\\bchild_process\\b|\\bexecSync\\s*\\(|\\bspawnSync?\\s*\\(|\\bos\\.system\\s*\\(|\\bsubprocess\\.|\\bRuntime\\.getRuntime\\(\\)\\s*\\.exec|\\bnew ProcessBuilder\\b|\\bexec\\.Command\\(",
            "runs other programs",
            "\\beval\\s*\\(|\\bnew Function\\s*\\(|\\b__import__\\s*\\(|\\bvm\\.runIn|\\bimport\\s*\\(\\s*[\"']https?:",
            "runs code that cannot be read here",
            "(?:~|homedir\\(\\)|HOME|/root|/home)[^\\n]{0,40}\\.(?:ssh|aws|npmrc|netrc|gnupg|kube)\\b|/etc/(?:passwd|shadow)|id_(?:rsa|ed25519)",
            "reads keys of this machine",
            "(?s)(?=.*(?:\\bfetch\\s*\\(|\\baxios\\b|XMLHttpRequest|sendBeacon|https?\\.(?:request|get)\\s*\\(|new WebSocket|requests\\.(?:post|get)|urlopen))"
                    + "(?=.*(?:(?:stringify|dict|entries|assign)\\s*\\(\\s*(?:\\{\\s*\\},\\s*)?(?:process\\.env|import\\.meta\\.env|os\\.environ|localStorage)|document\\.cookie|\\.\\.\\.process\\.env|body:\\s*process\\.env\\b(?!\\.)))"
                    + ".*",
            "sends what is secret to an address"));

    private static final Pattern SOURCES = Pattern.compile(
            "--(?:registry|index-url|extra-index-url|trusted-host|find-links)\\b|\\bconfig set registry\\b|\\bregistry\\s*=|<repositor(?:y|ies)>|<pluginRepositor|\\brepositories\\s*\\{|\\bmavenLocal\\b");
    private static final Pattern BUILD = Pattern.compile("<plugin>|<build>|\\bbuildscript\\s*\\{|\\btasks?\\.register|\\bexec\\s*\\{");
    private static final Pattern FOREIGN = Pattern.compile("\\s(?:git\\+\\S+|git@\\S+|file:\\S+|https?://\\S+|\\.{1,2}/\\S+|/[\\w/.-]+|[\\w-]+@npm:\\S+|[\\w@/.-]+@(?:https?|git|file)\\S+|[a-z][\\w-]*/[\\w.-]+)(?=\\s|$)");

    /** Variables that steer programs rather than an SDK. */
    private static final Pattern STEERING = Pattern.compile(
            "(?i)(?:NODE_(?!ENV$)|npm_|YARN_|PNPM_|LD_|DYLD_|PYTHON(?:PATH|STARTUP|HOME)|JAVA_TOOL_OPTIONS|MAVEN_OPTS|GRADLE_OPTS|GIT_|SSH_|BASH_ENV|PROMPT_COMMAND|EDITOR|PAGER|PATH$|HOME$|SHELL$|PIP_"
                    + "|(?:https?|all|no)_proxy$).*");
    private static final Pattern HARMLESS = Pattern.compile(
            "^#|^(?:(?:cd|touch|mkdir|ls|code|open|echo|(?:npm|yarn|pnpm|bun)(?: run)? (?:dev|start|build|test|serve|preview)|npx (?:next|vite)|git)\\b(?!.*[|>`$])|"
                    + "(?:npm|yarn|pnpm|bun)(?: (?:install|i|init(?: -y)?))?$|pod install$|flutter pub get$|bundle install$)");

    private Hazards() {}

    private static Map<Pattern, String> signs(Map<String, String> patterns) {
        Map<Pattern, String> compiled = new LinkedHashMap<>();
        patterns.forEach((pattern, does) -> compiled.put(Pattern.compile(pattern), does));
        return Map.copyOf(compiled);
    }

    /** Why code is the person's own to write, or an empty string. */
    static String code(String text) {
        if (text.length() > 200_000) {
            return "It is too long to be judged, so it is yours to write.";
        }
        return CODE.entrySet().stream().filter(sign -> sign.getKey().matcher(text).find()).map(Map.Entry::getValue).sorted().findFirst()
                .map(does -> "The code " + does + ", so it is yours to judge and to write.").orElse("");
    }

    /** Why a piece of a build file is more than a dependency, or an empty string. */
    static String build(String text) {
        return SOURCES.matcher(text).find() ? "decides where packages come from" : BUILD.matcher(text).find() ? "changes how the project is built" : "";
    }

    /** The commands of a shell block that are neither a plain install from the registry nor without effect. */
    static List<String> commands(String shell, boolean installs) {
        List<String> left = new ArrayList<>();
        for (String line : shell.replace("\\\n", " ").lines().toList()) {
            for (String part : line.split("&&|\\|\\||;")) {
                String command = part.strip().replaceFirst("^[$>%]\\s+", "");
                boolean plain = installs && !community.likeminds.agent.processors.docs.Installs.of(command).isEmpty() && !SOURCES.matcher(command).find()
                        && !FOREIGN.matcher(command.replaceFirst("^\\S+\\s+\\S+", "")).find() && !command.matches(".*(?:[|<>`]|\\$\\().*");
                if (!command.isEmpty() && !plain && !HARMLESS.matcher(command).find()) {
                    left.add(command);
                }
            }
        }
        return left;
    }

    /** Whether a variable steers programs rather than an SDK. */
    public static boolean steering(String variable) {
        return STEERING.matcher(variable).matches();
    }
}
