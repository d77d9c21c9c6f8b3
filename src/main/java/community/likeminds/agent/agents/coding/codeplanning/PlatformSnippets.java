package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns documented pieces into code of the project's own file: its class, its start, its imports. */
final class PlatformSnippets {

    private static final Pattern CLASS = Pattern.compile("(?m)^[ \\t]*(?:(?:public|final|open|internal|@\\w+)\\s+)*class\\s+(\\w+)[^{\\n]*(?:\\n[^{\\n]*)?\\{");
    private static final Pattern IMPORTS = Pattern.compile("(?m)^[ \\t]*import\\s[^\\n]*\\n?");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^[ \\t]*package\\s[^\\n]*\\n?");
    private static final Pattern METHOD = Pattern.compile("(?m)^[ \\t]*(?:@\\w+\\s+)*(?:(?:override|public|protected|private|internal)\\s+)*(?:fun|func|void)\\s+\\w+\\s*\\(");
    private static final Pattern MODULE = Pattern.compile("(?m)^module[ \\t]+([\\w:]+)[ \\t]*\\n\\s*(class[ \\t]+\\w+[ \\t]*<[ \\t]*[\\w:]+)");
    private static final Pattern FROM = Pattern.compile("(?m)^[ \\t]*from[ \\t]+[\\w.]+[ \\t]+import[ \\t]+(\\([^)]*\\)|[^\\n]*)");
    /** Statements that stand within the block or the class by which Rails is configured. */
    private static final Pattern SETTINGS = Pattern.compile("(?:\\s*(?:#[^\\n]*|config\\.[^\\n]*)?\\n?)+");
    private static final Pattern CONFIGURES = Pattern.compile("(?m)^Rails\\.application\\.configure do[ \\t]*$");
    private static final Pattern APPLICATION = Pattern.compile("(?m)^module[ \\t]+([\\w:]+)[ \\t]*\\n\\s*(class[ \\t]+\\w+[ \\t]*<[ \\t]*Rails::Application)\\b");
    private static final Pattern DART_MAIN = Pattern.compile("(?m)^(?:(?:void|Future<void>)\\s+)?main\\(([^)]*)\\)\\s*(async\\s*)?\\{");
    private static final Pattern RUN_APP = Pattern.compile("(?m)^[ \\t]*runApp\\([^;]*?\\);");
    private static final Pattern WRAPS = Pattern.compile("\\bchild:\\s*(?:const\\s+)?\\w*App\\(\\)");
    private static final Pattern LIST = Pattern.compile("^([A-Z][A-Z0-9_]+)[ \\t]*=[ \\t]*[\\[({]");
    private static final Pattern ELISION = Pattern.compile("(?m)^[ \\t]*#[ \\t]*(?:\\.{3}|\u2026)[ \\t]*\\n");
    private static final Pattern TYPE = Pattern.compile("(?<![\\w.\"@])([A-Z][a-z]\\w*|[A-Z]{2,}[a-z]\\w*)(?=\\s*[.(<?])");
    private static final Pattern VALUE = Pattern.compile("[:(,=]\\s*([a-z]\\w*)\\s*(?=[,)\\n])");
    private static final Pattern TEXTS = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)*'|//[^\\n]*|#[^\\n{]*|/\\*.*?\\*/", Pattern.DOTALL);

    /** Names that every file of the platform has. */
    private static final Set<String> KNOWN = Set.of(
            "String", "Int", "Long", "Boolean", "Double", "Float", "Unit", "Any", "List", "Map", "Set", "Pair", "Array", "Exception", "Error", "Bool", "Void", "Optional",
            "UIApplication", "URL", "Data", "Date", "DispatchQueue", "Future", "Widget", "BuildContext", "Key", "Text", "MaterialApp", "Scaffold", "WidgetsFlutterBinding",
            "Duration", "Uri", "Object", "Integer", "System", "Math", "Override");
    private static final Set<String> VALUES = Set.of(
            "true", "false", "null", "nil", "none", "this", "self", "super", "context", "application", "it", "in", "launchOptions", "options", "savedInstanceState", "if",
            "else", "return", "await", "async", "try", "throws", "key", "value", "error", "result", "response", "override");

    private final ProjectProfile project;
    private final Workspace files;
    private final GuideFinder finder;
    private final Set<String> packages;

    PlatformSnippets(ProjectProfile project, Workspace files, GuideFinder finder, Set<String> packages) {
        this.project = project;
        this.files = files;
        this.finder = finder;
        this.packages = packages;
    }

    /**
     * @param target text of the file that the snippet is merged into
     * @param snippet code in the file's own terms
     * @param open what has to be known first, one sentence, or empty
     */
    record Adapted(String target, String snippet, String open) {}

    Adapted adapt(CodeBlock code, String path) {
        String target = files.text(path);
        String text = PACKAGE.matcher(code.code()).replaceAll("");
        String language = path.substring(path.lastIndexOf('.') + 1);
        return switch (language) {
            case "kt", "java", "swift" -> inClass(text, target, language);
            case "dart" -> dart(text, target);
            case "rb" -> new Adapted(target, inModule(configured(text, target), target), undefined(text, target));
            case "py" -> python(text, target);
            case "go" -> go(text, target);
            default -> new Adapted(target, text, "");
        };
    }

    private static Adapted python(String text, String target) {
        PythonProgram program = new PythonProgram(text, target);
        String snippet = withoutElisions(program.adapted(), target);
        return new Adapted(target, PythonFactory.adapted(snippet, target), program.conflict().isEmpty() ? undefined(snippet, target) : program.conflict());
    }

    /** What a guide leaves out of a list that the project does not have yet is nothing. */
    private static String withoutElisions(String text, String target) {
        String whole = text;
        for (String statement : PythonFactory.statements(text)) {
            Matcher list = LIST.matcher(statement);
            if (list.find() && !Pattern.compile("(?m)^[ \\t]*" + list.group(1) + "\\b").matcher(target).find()) {
                whole = whole.replace(statement, ELISION.matcher(statement).replaceAll(""));
            }
        }
        return whole;
    }

    private Adapted go(String text, String target) {
        String program = new GoProgram(text, target, project.dependencies()).adapted();
        return new Adapted(target, program, program.isEmpty() ? "Nothing of the guide's program is set-up alone." : undefined(GoProgram.IMPORTS.matcher(program).replaceAll(""), target));
    }

    /** Settings alone stand where the project configures itself. */
    private static String configured(String text, String target) {
        if (!text.contains("config.") || text.length() > 20_000 || !SETTINGS.matcher(text).matches()) {
            return text;
        }
        Matcher application = APPLICATION.matcher(target);
        return CONFIGURES.matcher(target).find() ? "Rails.application.configure do\n" + text.indent(2) + "end\n"
                : application.find() ? "module " + application.group(1) + "\n  " + application.group(2) + "\n" + text.indent(4) + "  end\nend\n" : text;
    }

    /** A class that both write in one module of their own is the project's class. */
    private static String inModule(String text, String target) {
        Matcher shown = MODULE.matcher(text);
        Matcher own = MODULE.matcher(target);
        boolean same = shown.find() && own.find() && shown.group(2).equals(own.group(2));
        return same ? text.substring(0, shown.start(1)) + own.group(1) + text.substring(shown.end(1)) : text;
    }

    /** Statements belong into the method that the platform calls at the start, methods into the class that the file is about. */
    private Adapted inClass(String text, String target, String language) {
        Matcher own = CLASS.matcher(target);
        if (!own.find()) {
            return new Adapted(target, text, "");
        }
        StringBuilder imports = new StringBuilder();
        IMPORTS.matcher(text).results().forEach(found -> imports.append(found.group().strip()).append('\n'));
        String body = IMPORTS.matcher(text).replaceAll("").strip();
        Matcher shown = CLASS.matcher(body);
        String snippet = shown.find() ? body.replaceAll("\\b" + Pattern.quote(shown.group(1)) + "\\b", Matcher.quoteReplacement(own.group(1)))
                : own.group().strip() + "\n" + (METHOD.matcher(body).find() ? body : started(body, target, language)) + "\n}\n";
        String open = undefined(body, target);
        if (open.isEmpty() && !language.equals("swift")) {
            List<String> unknown = unknown(body, target, imports);
            open = unknown.isEmpty() ? "" : "The guide leaves out where " + String.join(", ", unknown) + " comes from.";
        }
        return new Adapted(target, imports + (imports.isEmpty() ? "" : "\n") + snippet, open);
    }

    private static String started(String body, String target, String language) {
        boolean activity = target.contains("savedInstanceState");
        return switch (language) {
            case "kt" -> activity
                    ? "override fun onCreate(savedInstanceState: Bundle?) {\nsuper.onCreate(savedInstanceState)\n// ... existing code ...\n" + body + "\n}"
                    : "override fun onCreate() {\nsuper.onCreate()\n// ... existing code ...\n" + body + "\n}";
            case "java" -> activity
                    ? "@Override\nprotected void onCreate(Bundle savedInstanceState) {\nsuper.onCreate(savedInstanceState);\n// ... existing code ...\n" + body + "\n}"
                    : "@Override\npublic void onCreate() {\nsuper.onCreate();\n// ... existing code ...\n" + body + "\n}";
            default -> "func application(\n_ application: UIApplication,\ndidFinishLaunchingWithOptions launchOptions: [UIApplication.LaunchOptionsKey: Any]?\n) -> Bool {\n"
                    + body + "\nreturn true\n}";
        };
    }

    /** The start of a Flutter application keeps what it runs; it waits when the guide's start waits. */
    private Adapted dart(String text, String target) {
        String changed = target;
        String snippet = text;
        Matcher shown = DART_MAIN.matcher(text);
        Matcher own = DART_MAIN.matcher(target);
        if (shown.find() && own.find()) {
            String head = shown.group(2) != null && own.group(2) == null ? "Future<void> main(" + own.group(1) + ") async {" : own.group();
            changed = target.substring(0, own.start()) + head + target.substring(own.end());
            snippet = text.substring(0, shown.start()) + head + text.substring(shown.end());
            Matcher runs = RUN_APP.matcher(target);
            Matcher asked = RUN_APP.matcher(text);
            // What wraps its child is merged into the project's call; everything else that a guide runs is its example.
            boolean wraps = asked.find() && WRAPS.matcher(asked.group()).find();
            if (runs.find() && !wraps) {
                snippet = RUN_APP.matcher(snippet).replaceAll(Matcher.quoteReplacement(runs.group()));
            }
            snippet = snippet.replaceAll("(?m)^[ \\t]*(?:\\.{3}|\\u2026)[ \\t]*\\n", "");
        } else if (!text.contains("class ") && IMPORTS.matcher(text).replaceAll("").strip().length() > 0) {
            return new Adapted(target, text, "The guide does not say which part of the application it belongs to.");
        }
        StringBuilder imports = new StringBuilder();
        for (String name : packages) {
            if (!target.contains("package:" + name + "/") && !snippet.contains("package:" + name + "/") && TYPE.matcher(snippet).find()) {
                imports.append("import 'package:").append(name).append('/').append(name).append(".dart';\n");
            }
        }
        return new Adapted(changed, imports + (imports.isEmpty() ? "" : "\n") + snippet, undefined(snippet, target));
    }

    /** Values that the code takes for granted and that neither it nor the file has: theirs to say. */
    private static String undefined(String text, String target) {
        Set<String> imported = new TreeSet<>();
        FROM.matcher(text).results().forEach(found -> imported.addAll(List.of(found.group(1).split("[^\\w]+"))));
        String bare = TEXTS.matcher(FROM.matcher(text).replaceAll("")).replaceAll(" ");
        Set<String> open = new TreeSet<>();
        Matcher value = VALUE.matcher(bare);
        while (value.find()) {
            String name = value.group(1);
            boolean declared = Pattern.compile("\\b(?:val|var|let|final|const|func|fun|def|import|as|for|lambda)\\s+(?:[\\w?<>]+\\s+)?\\(?" + name + "\\b|\\b" + name + "\\s*(?::\\s*\\[?[A-Z]|->|\\bin\\b)"
                    + "|\\bif\\s+" + name + "\\s*:=|(?m)^[ \\t]*(?:[\\w<>?]+[ \\t]+)?" + name + "\\s*:?=(?!=)(?![^\\n]*,[ \\t]*$)").matcher(bare).find();
            if (!VALUES.contains(name) && !imported.contains(name) && !declared && !Pattern.compile("\\b" + name + "\\b").matcher(target).find()) {
                open.add(name);
            }
        }
        return open.isEmpty() ? "" : "It uses " + String.join(", ", open) + ", which the guide takes for granted.";
    }

    /** Types that neither the file nor the documentation says the place of; imports that the documentation tells are added. */
    private List<String> unknown(String body, String target, StringBuilder imports) {
        Set<String> names = new LinkedHashSet<>();
        TYPE.matcher(TEXTS.matcher(body).replaceAll(" ")).results().forEach(found -> names.add(found.group(1)));
        List<String> unknown = new ArrayList<>();
        for (String name : names) {
            Pattern word = Pattern.compile("(?<!\\w)" + name + "(?!\\w)");
            boolean here = KNOWN.contains(name) || word.matcher(target).find() || imports.toString().contains("." + name + "\n") || imports.toString().contains("." + name + ";")
                    || Pattern.compile("\\b(?:class|object|interface|val|var)\\s+" + name + "\\b").matcher(body).find()
                    || files.paths().stream().anyMatch(path -> path.matches(".*/" + name + "\\.(?:kt|java)"));
            if (!here) {
                String qualified = documented(name);
                if (qualified.isEmpty()) {
                    unknown.add(name);
                } else {
                    imports.append("import ").append(qualified).append(project.language().equals("java") ? ";\n" : "\n");
                }
            }
        }
        return unknown;
    }

    /** The only place from which the pages for this project import a name, or an empty string. */
    private String documented(String name) {
        Set<String> found = new TreeSet<>();
        Pattern imported = Pattern.compile("(?m)^\\s*import\\s+([\\w.]+\\." + name + ")\\s*;?\\s*$");
        for (PageFacts page : finder.facts()) {
            if (!finder.fits(page, project)) {
                continue;
            }
            for (Block block : page.page().blocks()) {
                if (block.kind() == Block.Kind.CODE && block.text().contains("." + name)) {
                    imported.matcher(block.text()).results().forEach(one -> found.add(one.group(1)));
                }
            }
        }
        return found.size() == 1 ? found.iterator().next() : "";
    }
}
