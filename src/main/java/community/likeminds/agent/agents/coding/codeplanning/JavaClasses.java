package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.requirementanalysis.Wish;
import community.likeminds.agent.agents.coding.requirementanalysis.Words;
import community.likeminds.agent.processors.code.StructuralEdits;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plans Java classes that a guide shows whole: each becomes a file beside the application's main class, or is merged into the class of its name. */
final class JavaClasses {

    private static final Pattern TYPE = Pattern.compile(
            "(?m)^(?:public\\s+)?(?:final\\s+|abstract\\s+|sealed\\s+)*(?:class|interface|record|enum|@interface)\\s+(\\w+)");
    private static final Pattern ROUTE = Pattern.compile("@(?:Get|Post|Put|Patch|Delete|Request)Mapping\\(\\s*(?:(?:value|path)\\s*=\\s*)?\"([^\"]*)\"");

    private static final Pattern IMPORT = Pattern.compile("(?m)^import\\s[^\\n]*\\n");
    private static final Pattern BEAN = Pattern.compile("\\s*(?:(?:import\\s[^\\n]*|//[^\\n]*|/\\*(?s:.*?)\\*/)\\s*)*@Bean\\b");

    private static final Pattern MAIN = Pattern.compile("(?m)^[ \\t]*(?:public\\s+)?static\\s+void\\s+main\\s*\\([^)]*\\)[^{;]*\\{");

    private final Page page;
    private final ProjectProfile project;
    private final Wish wish;
    private final Workspace files;
    private final JavaImports imports;
    private final StructuralEdits edits;
    private final Settings settings;

    JavaClasses(Page page, ProjectProfile project, Wish wish, Workspace files, JavaImports imports, StructuralEdits edits, Settings settings) {
        this.settings = settings;
        this.edits = edits;
        this.page = page;
        this.project = project;
        this.wish = wish;
        this.files = files;
        this.imports = imports;
    }

    private record Shown(Block block, String name, String code) {

        Set<String> routes() {
            return ROUTE.matcher(code).results().map(found -> found.group(1)).collect(java.util.stream.Collectors.toSet());
        }
    }

    /** The steps of the Java blocks, in order; example programs and fragments are none. */
    List<Draft.DraftStep> steps(List<Block> blocks, List<String> artifacts) {
        String main = project.roles().getOrDefault("main-class", "");
        if (main.isEmpty() || !main.endsWith(".java") || !wish.composed().isEmpty()) {
            return List.of();
        }
        List<Shown> shown = new ArrayList<>();
        for (Block block : blocks) {
            CodeBlock code = Objects.requireNonNull(block.code());
            Matcher type = TYPE.matcher(code.code());
            if (applies(code.code())) {
                continue;
            }
            String bean = bean(code.code(), artifacts);
            if (!bean.isEmpty()) {
                String imported = IMPORT.matcher(code.code()).results().map(java.util.regex.MatchResult::group).collect(java.util.stream.Collectors.joining());
                shown.add(new Shown(block, bean, settings.inCode(imported + "@Configuration(proxyBeanMethods = false)\nclass " + bean + " {\n\n" + IMPORT.matcher(code.code()).replaceAll("").strip().indent(4) + "}\n")));
                continue;
            }
            if (type.find() && !code.code().contains("static void main(") && !code.code().contains("...") && !forSpring(code.code())) {
                shown.add(new Shown(block, type.group(1), settings.inCode(code.code())));
            }
        }
        List<Draft.DraftStep> steps = new ArrayList<>();
        blocks.stream().filter(block -> applies(Objects.requireNonNull(block.code()).code())).forEach(block -> application(block, main, artifacts).ifPresent(steps::add));
        for (Shown one : distinct(shown)) {
            steps.add(step(one, main, artifacts, shown.stream().map(Shown::name).toList()));
        }
        return steps;
    }

    /** The name of a configuration class for methods that a guide shows without any, or an empty string. */
    private String bean(String code, List<String> artifacts) {
        boolean alone = project.framework().equals("spring-boot") && BEAN.matcher(code).lookingAt() && !TYPE.matcher(code).find() && !code.contains("...") && !artifacts.isEmpty();
        String product = alone ? PlatformCode.product(artifacts.getFirst()) : "";
        return product.isEmpty() ? "" : Character.toUpperCase(product.charAt(0)) + product.substring(1) + "Configuration";
    }

    /** Whether it shows the class that starts the application, which every project has and calls something else. */
    private boolean applies(String code) {
        return project.framework().equals("spring-boot") && code.contains("@SpringBootApplication") && TYPE.matcher(code).find();
    }

    /** What the guide's application class has more than one that does nothing but start. */
    private Optional<Draft.DraftStep> application(Block block, String main, List<String> artifacts) {
        CodeBlock source = Objects.requireNonNull(block.code());
        Matcher type = TYPE.matcher(source.code());
        String name = main.substring(main.lastIndexOf('/') + 1).replace(".java", "");
        if (!type.find()) {
            return Optional.empty();
        }
        String code = withoutMain(source.code()).replaceAll("\\b" + Pattern.quote(type.group(1)) + "\\b", name);
        String bare = code.replaceAll("(?m)^(?:package|import)\\s[^\\n]*\\n", "").replaceAll("//[^\\n]*|(?s)/\\*.*?\\*/", "");
        if (bare.replaceFirst("@SpringBootApplication(?:\\(\\))?", "").matches("\\s*(?:public\\s+)?class\\s+\\w+\\s*\\{\\s*}\\s*")) {
            return Optional.empty();
        }
        PlanStep step = new PlanStep(
                "", PlanStep.Kind.EDIT_FILE, "Edit " + main, main, "The guide's " + type.group(1) + " starts the application, which " + name + " does here.",
                List.of(page.cite(block)), Map.of("code", source.code(), "language", "java"));
        String hazard = Hazards.code(code);
        JavaImports.Found found = imports.of(code, artifacts, List.of(name));
        List<String> open = found.open();
        if (!hazard.isEmpty() || !open.isEmpty()) {
            String why = hazard.isEmpty() ? "The guide leaves out where " + String.join(", ", open) + " comes from, and it cannot be told." : hazard;
            return Optional.of(new Draft.DraftStep(
                    new PlanStep("", PlanStep.Kind.MANUAL, step.title(), main, step.why(), step.citations(), step.details()), Draft.State.MANUAL, Map.of(), why));
        }
        return Optional.of(merged(new Shown(block, name, code), main, found.imports(), step));
    }

    /** The code without its main method, which the project has. */
    private static String withoutMain(String code) {
        Matcher main = MAIN.matcher(code);
        if (!main.find()) {
            return code;
        }
        int depth = 0;
        for (int at = main.end() - 1; at < code.length(); at++) {
            depth += code.charAt(at) == '{' ? 1 : code.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return code.substring(0, main.start()) + code.substring(at + 1);
            }
        }
        return code;
    }

    /** Whether a class lives by annotations of a framework that the project does not have. */
    private boolean forSpring(String code) {
        return !project.framework().startsWith("spring") && JavaImports.SPRING.keySet().stream().filter(name -> !name.equals("Value") && !name.equals("Service"))
                .anyMatch(name -> Pattern.compile("@" + name + "\\b").matcher(code).find());
    }

    /** Classes that answer the same route are alternatives: the one that the request names, else the later one. */
    private List<Shown> distinct(List<Shown> shown) {
        List<Shown> kept = new ArrayList<>(shown);
        for (Shown first : shown) {
            for (Shown second : shown) {
                boolean same = first != second && kept.contains(first) && kept.contains(second) && shown.indexOf(first) < shown.indexOf(second)
                        && first.routes().stream().anyMatch(second.routes()::contains);
                if (same) {
                    kept.remove(named(first) > named(second) ? second : first);
                }
            }
        }
        return kept;
    }

    private long named(Shown one) {
        return Words.spread(one.name()).stream().filter(wish.wanted()::contains).count();
    }

    private Draft.DraftStep step(Shown one, String main, List<String> artifacts, List<String> siblings) {
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        String path = folder + one.name() + ".java";
        PlanStep step = new PlanStep(
                "", PlanStep.Kind.CREATE_FILE, "Create " + path, path, "The guide shows the class " + one.name() + " without a package: it belongs beside "
                        + main.substring(folder.length()) + ", where the framework looks for it.",
                List.of(page.cite(one.block())), Map.of("code", one.code(), "language", "java"));
        String hazard = Hazards.code(one.code());
        if (!hazard.isEmpty()) {
            return new Draft.DraftStep(
                    new PlanStep("", PlanStep.Kind.MANUAL, step.title(), path, step.why(), step.citations(), step.details()), Draft.State.MANUAL, Map.of(), hazard);
        }
        JavaImports.Found found = imports.of(one.code(), artifacts, siblings);
        List<String> own = files.paths().stream().filter(other -> other.endsWith("/" + one.name() + ".java")).toList();
        if (!own.isEmpty()) {
            return merged(one, own.getFirst(), found.imports(), step);
        }
        if (!found.open().isEmpty()) {
            return new Draft.DraftStep(
                    new PlanStep("", PlanStep.Kind.MANUAL, step.title(), path, step.why(), step.citations(), step.details()), Draft.State.MANUAL,
                    Map.of(), "The guide leaves out where " + String.join(", ", found.open()) + " comes from, and it cannot be told.");
        }
        String text = text(packageOf(files.text(main)), found.imports(), one.code(), files.text(main));
        files.put(path, text);
        return new Draft.DraftStep(step, Draft.State.TO_DO, Map.of(path, text), "The file is new; its package and imports were added.");
    }

    /** What the guide's class has more than the project's class of the same name. */
    private Draft.DraftStep merged(Shown one, String path, List<String> imported, PlanStep creation) {
        PlanStep step = new PlanStep("", PlanStep.Kind.EDIT_FILE, "Edit " + path, path, "The guide's class " + one.name() + " is " + path + " here.",
                creation.citations(), creation.details());
        StructuralEdits.Edit edit = edits.merge(new StructuralEdits.MergeRequest(
                path, files.text(path), text("", imported, one.code(), ""), "java", StructuralEdits.Mode.EVERYTHING, List.of(), List.of()));
        String conflict = edit.conflict();
        if (conflict != null) {
            return new Draft.DraftStep(
                    new PlanStep("", PlanStep.Kind.MANUAL, step.title(), path, step.why(), step.citations(), step.details()), Draft.State.MANUAL,
                    Map.of(), conflict);
        }
        if (!edit.changed()) {
            return new Draft.DraftStep(step, Draft.State.ALREADY_THERE, Map.of(), "The project's class " + one.name() + " has everything of it.");
        }
        files.put(path, edit.text());
        return new Draft.DraftStep(step, Draft.State.TO_DO, Map.of(path, edit.text()), String.join(" ", edit.changes()));
    }

    private static String text(String name, List<String> imports, String code, String sample) {
        StringBuilder text = new StringBuilder();
        if (!name.isEmpty()) {
            text.append("package ").append(name).append(";\n\n");
        }
        imports.forEach(one -> text.append("import ").append(one).append(";\n"));
        if (!imports.isEmpty()) {
            text.append('\n');
        }
        String body = code.replaceAll("(?m)^(?:package|import)\\s[^\\n]*\\n", "").strip();
        text.append(body).append('\n');
        return sample.contains("\r\n") ? text.toString().replace("\n", "\r\n") : text.toString();
    }

    private static String packageOf(String text) {
        Matcher matcher = Pattern.compile("(?m)^package\\s+([\\w.]+)\\s*;").matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
