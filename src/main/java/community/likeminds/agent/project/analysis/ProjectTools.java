package community.likeminds.agent.project.analysis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the formatters, linters, type checkers and test runners that a project uses, as its own files say. */
public final class ProjectTools {

    /** What a tool is for; one tool may be for several things. */
    public enum Kind {
        FORMATTER,
        LINTER,
        TYPE_CHECKER,
        TESTS
    }

    /**
     * @param name {@code prettier}, {@code eslint}, {@code biome}, {@code spotless}, {@code checkstyle}, {@code ruff}, ...
     * @param kinds what it is used for here
     * @param seen where that is said, {@code path} or {@code path:line} below the root
     * @param folder folder below the root that its configuration applies to, or empty for the root
     */
    public record Tool(String name, Set<Kind> kinds, String seen, String folder) {

        public Tool {
            kinds = Set.copyOf(kinds);
        }

        public boolean is(Kind kind) {
            return kinds.contains(kind);
        }
    }

    /**
     * How a tool shows.
     *
     * @param files names of its own files of configuration
     * @param key key of package.json that holds its configuration, or empty
     * @param packages npm packages that are the tool
     * @param texts files of several tools with what they say of this one
     */
    private record Sign(String name, Set<Kind> kinds, List<String> files, String key, List<String> packages, List<Text> texts) {}

    private record Text(String file, String pattern) {}

    private static final Set<Kind> FORMATS = EnumSet.of(Kind.FORMATTER);
    private static final Set<Kind> LINTS = EnumSet.of(Kind.LINTER);
    private static final Set<Kind> BOTH = EnumSet.of(Kind.FORMATTER, Kind.LINTER);
    private static final Set<Kind> TYPES = EnumSet.of(Kind.TYPE_CHECKER);
    private static final Set<Kind> TESTED = EnumSet.of(Kind.TESTS);

    private static final List<Sign> SIGNS = List.of(
            npm("prettier", FORMATS, "prettier", List.of("prettier"), ".prettierrc", ".prettierrc.json", ".prettierrc.yml", ".prettierrc.yaml",
                    ".prettierrc.json5", ".prettierrc.js", ".prettierrc.cjs", ".prettierrc.mjs", ".prettierrc.ts", ".prettierrc.toml",
                    "prettier.config.js", "prettier.config.cjs", "prettier.config.mjs", "prettier.config.ts"),
            npm("biome", BOTH, "", List.of("@biomejs/biome"), "biome.json", "biome.jsonc", ".biome.json", ".biome.jsonc"),
            npm("dprint", FORMATS, "", List.of("dprint"), "dprint.json", "dprint.jsonc", ".dprint.json", ".dprint.jsonc"),
            npm("eslint", LINTS, "eslintConfig", List.of("eslint"), "eslint.config.js", "eslint.config.mjs", "eslint.config.cjs",
                    "eslint.config.ts", "eslint.config.mts", "eslint.config.cts", ".eslintrc", ".eslintrc.json", ".eslintrc.js",
                    ".eslintrc.cjs", ".eslintrc.yml", ".eslintrc.yaml"),
            npm("oxlint", LINTS, "", List.of("oxlint"), ".oxlintrc.json", "oxlintrc.json"),
            npm("standard", BOTH, "standard", List.of("standard")),
            npm("xo", LINTS, "xo", List.of("xo"), "xo.config.js", "xo.config.ts", ".xo-config.json"),
            npm("stylelint", LINTS, "stylelint", List.of("stylelint"), ".stylelintrc", ".stylelintrc.json", "stylelint.config.js",
                    "stylelint.config.mjs"),
            npm("vue-tsc", TYPES, "", List.of("vue-tsc")),
            npm("svelte-check", TYPES, "", List.of("svelte-check")),
            npm("typescript", TYPES, "", List.of("typescript"), "tsconfig.json"),
            npm("vitest", TESTED, "", List.of("vitest"), "vitest.config.ts", "vitest.config.js", "vitest.config.mts", "vitest.config.mjs"),
            npm("jest", TESTED, "jest", List.of("jest"), "jest.config.js", "jest.config.ts", "jest.config.cjs", "jest.config.mjs",
                    "jest.config.json"),
            npm("mocha", TESTED, "mocha", List.of("mocha"), ".mocharc.json", ".mocharc.js", ".mocharc.cjs", ".mocharc.yml"),
            npm("playwright", TESTED, "", List.of("@playwright/test"), "playwright.config.ts", "playwright.config.js"),
            text("spotless", FORMATS, jvm("spotless-maven-plugin", "com\\.diffplug\\.spotless|\\bspotless\\s*\\{")),
            text("checkstyle", LINTS, jvm("maven-checkstyle-plugin", "\\bcheckstyle\\b")),
            text("pmd", LINTS, jvm("maven-pmd-plugin", "(?m)^\\s*(?:id\\s*\\(?\\s*[\"'])?pmd\\b")),
            text("google-java-format", FORMATS, jvm("fmt-maven-plugin", "com\\.github\\.sherter\\.google-java-format")),
            text("ktlint", BOTH, jvm("ktlint-maven-plugin", "org\\.jlleitschuh\\.gradle\\.ktlint|org\\.jmailen\\.kotlinter|\\bktlint\\b")),
            text("detekt", LINTS, jvm("detekt-maven-plugin", "io\\.gitlab\\.arturbosch\\.detekt|\\bdetekt\\b")),
            text("junit", TESTED, jvm("junit-jupiter|spring-boot-starter-test", "useJUnitPlatform|junit-jupiter|kotlin\\(\"test\"\\)")),
            sign("ruff", BOTH, List.of("ruff.toml", ".ruff.toml"), text("pyproject.toml", "(?m)^\\[tool\\.ruff")),
            sign("black", FORMATS, List.of(), text("pyproject.toml", "(?m)^\\[tool\\.black\\]|^\\s*\"?black\\b"), text("requirements-dev.txt", "(?m)^black\\b")),
            sign("pylint", LINTS, List.of(".pylintrc", "pylintrc"), text("pyproject.toml", "(?m)^\\[tool\\.pylint"), text("setup.cfg", "(?m)^\\[pylint")),
            sign("flake8", LINTS, List.of(".flake8"), text("setup.cfg", "(?m)^\\[flake8\\]"), text("tox.ini", "(?m)^\\[flake8\\]")),
            sign("mypy", TYPES, List.of("mypy.ini", ".mypy.ini"), text("pyproject.toml", "(?m)^\\[tool\\.mypy\\]"), text("setup.cfg", "(?m)^\\[mypy\\]")),
            sign("pyright", TYPES, List.of("pyrightconfig.json"), text("pyproject.toml", "(?m)^\\[tool\\.pyright\\]")),
            sign("pytest", TESTED, List.of("pytest.ini", "conftest.py"), text("pyproject.toml", "(?m)^\\[tool\\.pytest")),
            sign("swiftlint", LINTS, List.of(".swiftlint.yml", ".swiftlint.yaml")),
            sign("swiftformat", FORMATS, List.of(".swiftformat")),
            sign("swift-format", FORMATS, List.of(".swift-format")),
            sign("dart format", FORMATS, List.of("pubspec.yaml")),
            sign("dart analyze", LINTS, List.of("analysis_options.yaml")),
            sign("gofmt", FORMATS, List.of("go.mod")),
            sign("golangci-lint", LINTS, List.of(".golangci.yml", ".golangci.yaml", ".golangci.toml")),
            sign("rubocop", BOTH, List.of(".rubocop.yml")));

    private ProjectTools() {}

    /** The tools of an application, its own configuration before the root's; a tool is named once for each thing it does. */
    public static List<Tool> of(Path root, String app) {
        List<Tool> found = new ArrayList<>();
        for (String folder : app.isEmpty() ? List.of("") : List.of(app, "")) {
            ToolFolder here = new ToolFolder(root, folder);
            for (Sign sign : SIGNS) {
                String seen = seen(sign, here);
                if (!seen.isEmpty() && found.stream().noneMatch(tool -> tool.name().equals(sign.name()))) {
                    Set<Kind> kinds = sign.name().equals("biome") ? here.biome(sign.kinds()) : sign.kinds();
                    found.add(new Tool(sign.name(), kinds, seen, folder));
                }
            }
        }
        return List.copyOf(found);
    }

    private static String seen(Sign sign, ToolFolder here) {
        for (String file : sign.files()) {
            if (Files.isRegularFile(here.path(file))) {
                return here.name(file);
            }
        }
        for (Text text : sign.texts()) {
            String place = here.place(text.file(), Pattern.compile(text.pattern()));
            if (!place.isEmpty()) {
                return place;
            }
        }
        return here.manifest(sign.key(), sign.packages());
    }

    private static Sign npm(String name, Set<Kind> kinds, String key, List<String> packages, String... files) {
        return new Sign(name, kinds, List.of(files), key, packages, List.of());
    }

    private static Sign sign(String name, Set<Kind> kinds, List<String> files, Text... texts) {
        return new Sign(name, kinds, files, "", List.of(), List.of(texts));
    }

    private static Sign text(String name, Set<Kind> kinds, List<Text> texts) {
        return new Sign(name, kinds, List.of(), "", List.of(), texts);
    }

    private static Text text(String file, String pattern) {
        return new Text(file, pattern);
    }

    private static List<Text> jvm(String maven, String gradle) {
        return List.of(text("pom.xml", "<artifactId>(?:" + maven + ")</artifactId>"), text("build.gradle.kts", gradle), text("build.gradle", gradle));
    }
}
