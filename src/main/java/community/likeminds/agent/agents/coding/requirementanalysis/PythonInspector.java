package community.likeminds.agent.agents.coding.requirementanalysis;

import community.likeminds.agent.agents.coding.ProjectProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Python projects: pip, uv, Poetry, PDM, Pipenv; FastAPI, Flask, Django and plain ones. */
final class PythonInspector {

    static final List<String> MANIFESTS = List.of("pyproject.toml", "requirements.txt", "Pipfile", "setup.py", "setup.cfg", "manage.py");
    private static final Pattern REQUIREMENT = Pattern.compile("^([A-Za-z][\\w.-]*)(?:\\[[^\\]]*\\])?\\s*([=<>!~^][^;#\"']*)?");
    private static final Pattern POETRY = Pattern.compile("^\"?([A-Za-z][\\w.-]*)\"?\\s*=\\s*(.+)$");
    private static final Pattern APPLICATION = Pattern.compile("(?m)^\\s*\\w+\\s*(?::\\s*\\w+\\s*)?=\\s*(?:\\w+\\.)?(?:FastAPI|Flask|Starlette|Sanic|Litestar|Quart)\\(");
    private static final int MOST_LOOKED_INTO = 2_000;

    private final Inspection inspection;
    private final ProjectFiles files;

    PythonInspector(Inspection inspection) {
        this.inspection = inspection;
        this.files = inspection.files();
    }

    ProjectProfile inspect() {
        String manifest = files.first(MANIFESTS);
        Map<String, String> dependencies = dependencies();
        String manager = manager();
        String framework = framework(dependencies, manifest);
        inspection.facts().seen("language", "python", manifest);
        Pattern python = Pattern.compile("(?m)^(?:requires-python|python|python_version)\\s*=\\s*\"([^\"]+)\"");
        for (String file : List.of("pyproject.toml", "Pipfile")) {
            Matcher version = python.matcher(files.has(file) ? files.text(file) : "");
            if (version.find()) {
                inspection.facts().seen("python-version", version.group(1), files.place(file, python));
            }
        }
        Map<String, String> roles = roles();
        return new ProjectProfile(
                files.root().toString(), "", "python", framework, List.of(framework, "python").stream().distinct().toList(), "python", manager, "",
                manifest, roles, dependencies, "", "", inspection.git());
    }

    private String manager() {
        record Sign(String file, String manager, String text) {}
        List<Sign> signs = List.of(
                new Sign("uv.lock", "uv", ""), new Sign("poetry.lock", "poetry", ""), new Sign("pdm.lock", "pdm", ""), new Sign("Pipfile", "pipenv", ""),
                new Sign("pyproject.toml", "uv", "[tool.uv"), new Sign("pyproject.toml", "poetry", "[tool.poetry"),
                new Sign("pyproject.toml", "pdm", "[tool.pdm"), new Sign("pyproject.toml", "hatch", "[tool.hatch.envs"),
                new Sign("requirements.txt", "pip", ""));
        for (Sign sign : signs) {
            if (files.has(sign.file()) && (sign.text().isEmpty() || files.text(sign.file()).contains(sign.text()))) {
                inspection.facts().seen("package-manager", sign.manager(), sign.text().isEmpty() ? sign.file() : files.place(sign.file(), sign.text()));
                return sign.manager();
            }
        }
        inspection.facts().concluded("package-manager", "pip", "", "No file names another one.");
        return "pip";
    }

    private Map<String, String> dependencies() {
        Map<String, String> found = new LinkedHashMap<>();
        if (files.has("pyproject.toml")) {
            pyproject(files.text("pyproject.toml"), found);
        }
        if (files.has("Pipfile")) {
            section(files.text("Pipfile"), "[packages]").forEach(line -> pair(line, found));
        }
        if (files.has("requirements.txt")) {
            files.text("requirements.txt").lines().forEach(line -> requirement(line.strip(), found));
        }
        return found;
    }

    private static void pyproject(String text, Map<String, String> found) {
        Matcher list = Pattern.compile("(?ms)^dependencies\\s*=\\s*\\[(.*?)\\]\\s*$").matcher(text);
        if (list.find()) {
            Matcher one = Pattern.compile("[\"']([^\"']+)[\"']").matcher(list.group(1));
            while (one.find()) {
                requirement(one.group(1).strip(), found);
            }
        }
        section(text, "[tool.poetry.dependencies]").stream().filter(line -> !line.startsWith("python")).forEach(line -> pair(line, found));
    }

    private static List<String> section(String text, String header) {
        return text.lines().map(String::strip).dropWhile(line -> !line.equals(header)).skip(1).takeWhile(line -> !line.startsWith("[")).toList();
    }

    private static void pair(String line, Map<String, String> found) {
        Matcher pair = POETRY.matcher(line);
        if (pair.matches()) {
            Matcher version = Pattern.compile("\"([^\"]+)\"").matcher(pair.group(2));
            found.put(pair.group(1), version.find() ? version.group(1) : "");
        }
    }

    private static void requirement(String line, Map<String, String> found) {
        Matcher requirement = REQUIREMENT.matcher(line);
        if (!line.startsWith("#") && requirement.find()) {
            found.putIfAbsent(requirement.group(1), requirement.group(2) == null ? "" : requirement.group(2).strip());
        }
    }

    private String framework(Map<String, String> dependencies, String manifest) {
        for (String name : List.of("django", "fastapi", "flask", "starlette", "litestar", "sanic", "quart", "streamlit")) {
            for (String declared : dependencies.keySet()) {
                if (declared.toLowerCase(Locale.ROOT).equals(name)) {
                    String path = MANIFESTS.stream().filter(file -> files.has(file) && files.text(file).contains(declared)).findFirst().orElse(manifest);
                    inspection.seen("framework", name, path, declared);
                    return name;
                }
            }
        }
        if (files.has("manage.py")) {
            inspection.facts().concluded("framework", "django", "manage.py", "There is a manage.py.");
            return "django";
        }
        inspection.facts().concluded("framework", "python", manifest, "No framework is among the dependencies.");
        return "python";
    }

    private Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        List<String> sources = files.matching(path -> path.endsWith(".py") && !path.matches("(?:.*/)?(?:tests?|migrations|docs)/.*|(?:.*/)?test_.*")).stream()
                .limit(MOST_LOOKED_INTO).toList();
        put(roles, "entry", files.first(List.of("manage.py", "main.py", "app.py", "src/main.py", "app/main.py", "wsgi.py", "__main__.py")));
        put(roles, "server", sources.stream().filter(path -> APPLICATION.matcher(files.text(path)).find()).findFirst().orElse(""));
        put(roles, "settings", sources.stream().filter(path -> path.endsWith("settings.py") || path.matches(".*settings/base\\.py"))
                .filter(path -> files.text(path).contains("INSTALLED_APPS")).findFirst().orElse(""));
        put(roles, "urls", sources.stream().filter(path -> path.endsWith("urls.py")).min(java.util.Comparator.comparing((String path) ->
                !roles.getOrDefault("settings", "").startsWith(path.replaceFirst("[^/]*$", ""))).thenComparing(path -> path)).orElse(""));
        return roles;
    }

    private static void put(Map<String, String> roles, String role, String path) {
        if (!path.isEmpty()) {
            roles.put(role, path);
        }
    }
}
