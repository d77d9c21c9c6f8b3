package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.Coordinates;
import community.likeminds.agent.processors.docs.FileHint;
import community.likeminds.agent.processors.docs.Installs;
import java.util.Set;
import java.util.regex.Pattern;

/** What a code block of a page is for. */
enum Role {
    INSTALL,
    MAVEN_DEPENDENCY,
    GRADLE_DEPENDENCY,
    ENVIRONMENT,
    PROPERTIES,
    YAML,
    JSON,
    /** JavaScript, TypeScript and their component formats. */
    SCRIPT,
    JAVA,
    STYLE,
    /** Code and configuration of platforms that are built by tools of their own: mobile apps, Python, Ruby, Go. */
    PLATFORM,
    CREATES_PROJECT,
    SHELL,
    /** Output, structures, other languages: read, never applied. */
    ILLUSTRATION;

    private static final Set<String> SHELLS = Set.of("bash", "sh", "shell", "zsh", "console", "terminal", "powershell", "cmd", "npm", "shellscript");
    private static final Set<String> SCRIPTS = Set.of(
            "js", "javascript", "jsx", "ts", "typescript", "tsx", "mjs", "cjs", "mts", "vue", "svelte", "node", "react", "reactjs");
    private static final Pattern ENV_LINES = Pattern.compile("(?:\\s*(?:#.*|(?:export\\s+)?[A-Z][A-Z0-9_]*\\s*=.*)?\\n?)+");
    private static final Pattern PROPERTY_LINES = Pattern.compile("(?:\\s*(?:[#!].*|\\.{3}|[a-z][\\w-]*(?:\\.[\\w\\[\\]-]+)+\\s*=.*)?\\n?)+");
    private static final Pattern SCRIPT_START = Pattern.compile("(?s)\\s*(?://.*?\\n\\s*)*(?:import\\s|const\\s|export\\s|['\"]use client['\"]).*");

    /** Pieces of a {@code pom.xml}. */
    private static final Pattern POM = Pattern.compile("<(?:dependency|plugin|build|annotationProcessorPaths?)>");

    static Role of(Block block) {
        CodeBlock code = block.code();
        if (code == null) {
            return ILLUSTRATION;
        }
        String language = code.language();
        String text = code.code();
        FileHint file = code.file();
        String name = file == null ? "" : file.path().substring(file.path().lastIndexOf('/') + 1);
        if (name.startsWith(".env") || language.equals("dotenv") || language.equals("env")) {
            return ENVIRONMENT;
        }
        if (SHELLS.contains(language) || language.isEmpty() && !Installs.of(text).isEmpty()) {
            return shell(text);
        }
        if (POM.matcher(text).find() && (language.equals("xml") || language.equals("pom") || language.isEmpty())) {
            return MAVEN_DEPENDENCY;
        }
        if (!Coordinates.gradle(text).isEmpty() && (language.contains("gradle") || Set.of("groovy", "kotlin", "kts", "").contains(language))) {
            return GRADLE_DEPENDENCY;
        }
        if (SCRIPTS.contains(language)) {
            return SCRIPT;
        }
        return switch (language) {
            case "java" -> JAVA;
            case "json", "jsonc", "json5" -> JSON;
            case "yaml", "yml" -> YAML;
            case "properties", "ini" -> language.equals("ini") && text.contains("=") && text.length() < 20_000 && ENV_LINES.matcher(text).matches() ? ENVIRONMENT : PROPERTIES;
            case "css", "scss", "less" -> STYLE;
            case "", "text", "txt", "plaintext", "conf" -> untold(text);
            case "kotlin", "kt", "kts", "swift", "objective-c", "dart", "python", "py", "ruby", "rb", "go", "golang", "groovy", "gradle", "xml", "plist", "toml",
                    "html", "dockerfile", "docker", "podfile", "gemfile", "proguard" -> PLATFORM;
            default -> ILLUSTRATION;
        };
    }

    private static Role shell(String text) {
        if (Installs.CREATES.matcher(text).find()) {
            return CREATES_PROJECT;
        }
        if (!Installs.of(text).isEmpty()) {
            return INSTALL;
        }
        return ENV_LINES.matcher(text).matches() && text.contains("=") ? ENVIRONMENT : SHELL;
    }

    private static Role untold(String text) {
        if (text.length() < 20_000 && text.contains("=") && PROPERTY_LINES.matcher(text).matches()) {
            return PROPERTIES;
        }
        if (text.length() < 20_000 && text.contains("=") && ENV_LINES.matcher(text).matches()) {
            return ENVIRONMENT;
        }
        return SCRIPT_START.matcher(text).matches() ? SCRIPT : ILLUSTRATION;
    }
}
