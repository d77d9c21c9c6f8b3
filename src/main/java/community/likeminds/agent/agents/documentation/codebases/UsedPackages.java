package community.likeminds.agent.agents.documentation.codebases;

import community.likeminds.agent.agents.documentation.Codebases.UsedPackage;
import community.likeminds.agent.agents.documentation.Codebases.UsedSymbol;
import community.likeminds.agent.processors.code.CodeFile;
import community.likeminds.agent.processors.code.ProjectFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts together which symbols of which packages the files of a project use. */
final class UsedPackages {

    private final Set<String> own = new HashSet<>();
    private final Map<String, String> declared = new TreeMap<>();
    private final Map<String, Map<String, List<String>>> places = new TreeMap<>();
    private final Map<String, String> languages = new TreeMap<>();

    private UsedPackages(List<CodeFile> files, ProjectFacts facts) {
        files.stream().map(CodeFile::namespace).filter(name -> name.contains(".")).forEach(own::add);
        files.stream().filter(file -> file.language().equals("python")).forEach(file -> own.add(file.path().split("/")[0].replaceFirst("\\.pyi?$", "")));
        facts.builds().forEach(build -> {
            own.add(build.name());
            declared.putAll(build.dependencies());
        });
        own.remove("");
    }

    static List<UsedPackage> of(List<CodeFile> files, ProjectFacts facts, String wanted) {
        UsedPackages used = new UsedPackages(files, facts);
        files.forEach(used::add);
        List<UsedPackage> found = new ArrayList<>();
        used.places.forEach((name, symbols) -> {
            boolean asked = wanted.isEmpty() ? !standard(name) : name.equals(wanted) || name.startsWith(wanted + ".") || name.startsWith(wanted + "/");
            if (asked) {
                List<UsedSymbol> all = symbols.entrySet().stream().map(one -> new UsedSymbol(one.getKey(), one.getValue())).toList();
                found.add(new UsedPackage(name, used.languages.getOrDefault(name, ""), used.version(name), all));
            }
        });
        return found;
    }

    private void add(CodeFile file) {
        for (CodeFile.Import one : file.imports()) {
            add(file, one.module(), one.name().equals("*") ? "" : one.name(), "", one.line(), true);
        }
        for (CodeFile.Use one : file.uses()) {
            boolean whole = one.name().isEmpty() || one.name().equals("*");
            add(file, one.module(), whole ? one.member() : one.name(), whole ? "" : one.member(), one.line(), false);
        }
    }

    private void add(CodeFile file, String module, String symbol, String member, int line, boolean imported) {
        String name = packageOf(file.language(), module);
        if (name.isEmpty() || own.contains(name) || own.stream().anyMatch(mine -> name.startsWith(mine + ".") || name.startsWith(mine + "/"))) {
            return;
        }
        languages.putIfAbsent(name, file.language());
        Map<String, List<String>> symbols = places.computeIfAbsent(name, key -> new TreeMap<>());
        String whole = member.isEmpty() ? symbol : symbol + "." + member;
        List<String> at = symbols.computeIfAbsent(whole, key -> new ArrayList<>());
        String place = file.path() + ":" + line;
        // An import says that a symbol is there; where it is used says more.
        if (!imported && !at.contains(place)) {
            at.add(place);
        } else if (imported && at.isEmpty()) {
            at.add(place);
        }
    }

    /** The published package that a module belongs to; empty for the project's own files. */
    private static String packageOf(String language, String module) {
        return switch (language) {
            case "javascript", "typescript", "tsx" -> {
                if (module.startsWith(".") || module.startsWith("/") || module.startsWith("@/") || module.startsWith("~") || module.startsWith("#")) {
                    yield "";
                }
                String[] parts = module.split("/");
                yield module.startsWith("@") && parts.length > 1 ? parts[0] + "/" + parts[1] : parts[0];
            }
            case "python" -> module.startsWith(".") ? "" : module.split("\\.")[0];
            case "dart" -> module.startsWith("package:") ? module.substring(8).split("/")[0] : module.startsWith("dart:") ? module : "";
            case "ruby" -> module.startsWith(".") ? "" : module.split("/")[0];
            case "objc" -> module.contains("/") ? module.split("/")[0] : module.endsWith(".h") ? "" : module;
            case "html", "css", "json", "yaml", "" -> "";
            default -> module;
        };
    }

    private static boolean standard(String name) {
        return name.matches("(?:java|javax|kotlin|dart|node)[.:].*") || name.matches("Foundation|Swift|UIKit");
    }

    private String version(String name) {
        String exact = declared.get(name);
        if (exact != null) {
            return exact;
        }
        String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
        return declared.entrySet().stream()
                .filter(one -> one.getKey().toLowerCase(Locale.ROOT).replace('_', '-').equals(plain)
                        || one.getKey().contains(":") && (name + ".").startsWith(one.getKey().split(":")[0] + "."))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
