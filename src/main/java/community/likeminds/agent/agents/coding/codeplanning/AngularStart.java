package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.code.SourceCode;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.FileHint;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Angular applications are started with their providers in the call or in a configuration of their own, and guides show either. What a
 * guide shows is said as the project does it.
 */
final class AngularStart {

    private static final Pattern MAIN = Pattern.compile("(?:.*/)?src/main\\.ts");
    private static final Pattern CALL = Pattern.compile("\\bbootstrapApplication\\(\\s*(\\w+)\\s*,\\s*(?=\\{)");
    private static final Pattern OWN_CALL = Pattern.compile("\\bbootstrapApplication\\(\\s*(\\w+)\\s*(?:,\\s*(\\w+|\\{)|,?\\s*\\))");
    private static final Pattern CONFIGURATION = Pattern.compile("\\bexport\\s+const\\s+\\w+\\s*(?::\\s*ApplicationConfig\\s*)?=\\s*(?=\\{\\s*(?://[^\\n]*\\s*)*providers\\b)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^[ \\t]*import\\s*\\{([^}]*)\\}\\s*from\\s*['\"]([^'\"]+)['\"];?[ \\t]*\\n?");
    private static final Pattern CATCH = Pattern.compile("\\s*\\.catch(?=\\()");
    private static final Pattern PROVIDER = Pattern.compile("provide[A-Z]\\w*");
    private static final Pattern PROVIDERS = Pattern.compile("(?:provide|with)[A-Z]\\w*");
    private static final Pattern END = Pattern.compile("\\s*;");

    private final boolean angular;
    private final Workspace files;
    private final String main;

    AngularStart(ProjectProfile project, Workspace files) {
        this.angular = project.framework().equals("angular");
        this.files = files;
        List<String> own = files.paths().stream().filter(path -> path.startsWith(project.app()) && MAIN.matcher(path).matches()).toList();
        this.main = own.size() == 1 ? own.getFirst() : "";
    }

    /** The block as it is where the project starts otherwise, or in no way that is known here. */
    CodeBlock fitted(CodeBlock block) {
        if (!angular || main.isEmpty()) {
            return block;
        }
        CodeBlock shown = Snippet.kept(block);
        String text = files.text(main);
        Matcher own = OWN_CALL.matcher(text);
        if (!own.find()) {
            return block;
        }
        String component = own.group(1);
        // A call that provides nothing yet gets what is provided.
        boolean inCall = own.group(2) == null || own.group(2).equals("{");
        Statement call = statement(shown.code(), CALL);
        if (call != null && inCall) {
            String code = without(shown.code(), call.name()).replace(call.text(), "bootstrapApplication(" + component + ", " + call.object() + ");");
            return at(shown, main, imported(text, component) + code);
        }
        if (call != null) {
            String file = configuration(text, own.group(2));
            String code = without(without(shown.code(), call.name()), "bootstrapApplication").replace(call.text(), "export const " + own.group(2) + ": ApplicationConfig = " + call.object() + ";");
            return file.isEmpty() ? block : at(shown, file, "import { ApplicationConfig } from '@angular/core';\n" + code);
        }
        Statement configuration = inCall ? statement(shown.code(), CONFIGURATION) : null;
        if (configuration == null) {
            return block;
        }
        String code = without(shown.code(), "ApplicationConfig").replace(configuration.text(), "bootstrapApplication(" + component + ", " + configuration.object() + ");");
        return at(shown, main, "import { bootstrapApplication } from '@angular/platform-browser';\n" + imported(text, component) + code);
    }

    /** Modules of the framework whose providers a guide wants beside its own, and the project's file has not yet. */
    static Set<String> modules(Snippet snippet, String text) {
        Map<String, List<SourceCode.ImportedName>> shown = snippet.parts().imports().stream().filter(one -> one.module().startsWith("@angular/")).collect(Collectors.groupingBy(SourceCode.ImportedName::module));
        return shown.entrySet().stream()
                .filter(one -> one.getValue().stream().anyMatch(name -> PROVIDER.matcher(name.name()).matches())
                        && one.getValue().stream().allMatch(name -> PROVIDERS.matcher(name.name()).matches() && !text.contains(name.name() + "(")))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private record Statement(String name, String text, String object) {}

    private static @Nullable Statement statement(String code, Pattern beginning) {
        Matcher start = beginning.matcher(code);
        if (!start.find()) {
            return null;
        }
        int object = closed(code, start.end());
        int end = object < 0 ? -1 : beginning == CONFIGURATION ? object : closed(code, code.indexOf('(', start.start()));
        if (end < 0) {
            return null;
        }
        Matcher handled = CATCH.matcher(code).region(end, code.length());
        if (handled.lookingAt()) {
            end = Math.max(end, closed(code, handled.end()));
        }
        Matcher last = END.matcher(code).region(end, code.length());
        end = last.lookingAt() ? last.end() : end;
        return new Statement(beginning == CALL ? start.group(1) : "", code.substring(start.start(), end), code.substring(start.end(), object));
    }

    /** The place behind the bracket that closes the one at an offset, or -1. */
    private static int closed(String code, int open) {
        int depth = 0;
        for (int at = open; at >= 0 && at < code.length(); at++) {
            char c = code.charAt(at);
            if (c == '"' || c == '\'' || c == '`') {
                at = quoted(code, at);
            } else if (code.startsWith("//", at)) {
                at = code.indexOf('\n', at) < 0 ? code.length() : code.indexOf('\n', at);
            } else if (code.startsWith("/*", at)) {
                at = code.indexOf("*/", at) < 0 ? code.length() : code.indexOf("*/", at) + 1;
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0 && --depth == 0) {
                return at + 1;
            }
        }
        return -1;
    }

    private static int quoted(String code, int open) {
        for (int at = open + 1; at < code.length(); at++) {
            if (code.charAt(at) == '\\') {
                at++;
            } else if (code.charAt(at) == code.charAt(open)) {
                return at;
            }
        }
        return code.length();
    }

    /** The file that exports a configuration, told by the import of {@code main.ts}; empty where it is not clear. */
    private String configuration(String text, String name) {
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        Optional<String> file = IMPORT.matcher(text).results().filter(one -> names(one.group(1)).contains(name) && one.group(2).startsWith("./"))
                .map(one -> folder + one.group(2).substring(2) + ".ts").filter(files::exists).findFirst();
        return file.filter(path -> Pattern.compile("\\bexport\\s+const\\s+" + name + "\\s*:\\s*ApplicationConfig\\s*=\\s*\\{").matcher(files.text(path)).find()).orElse("");
    }

    private static String imported(String text, String name) {
        return IMPORT.matcher(text).results().filter(one -> names(one.group(1)).contains(name)).map(one -> one.group().strip() + "\n").findFirst().orElse("");
    }

    /** Code without the import of a name. */
    private static String without(String code, String name) {
        return IMPORT.matcher(code).replaceAll(one -> {
            List<String> kept = names(one.group(1)).stream().filter(other -> !other.equals(name)).toList();
            String left = kept.size() == names(one.group(1)).size() ? one.group() : kept.isEmpty() ? "" : "import { " + String.join(", ", kept) + " } from '" + one.group(2) + "';\n";
            return Matcher.quoteReplacement(left);
        });
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(one -> !one.isEmpty()).collect(Collectors.toList());
    }

    private static CodeBlock at(CodeBlock shown, String file, String code) {
        return new CodeBlock(shown.language(), code, Map.of(), List.of(new FileHint(file, FileHint.Origin.METADATA)), List.of(), List.of());
    }
}
