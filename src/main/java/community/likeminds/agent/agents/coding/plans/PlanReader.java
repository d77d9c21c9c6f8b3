package community.likeminds.agent.agents.coding.plans;

import community.likeminds.agent.agents.coding.FileChange;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.PlannedStep;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.project.output.Patch;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a plan's YAML strictly: what a person edited may be wrong, and what comes from elsewhere may mean harm. */
final class PlanReader {

    private static final Pattern LINES = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}|absent");

    private final BiFunction<Path, String, ProjectProfile> projects;

    /** @param projects says what a project is that a request is about */
    PlanReader(BiFunction<Path, String, ProjectProfile> projects) {
        this.projects = projects;
    }

    IntegrationPlan read(String yaml, String name) {
        Fields plan = Fields.parse(yaml, name).only(
                "format", "id", "created", "request", "docs", "project", "guide", "guideWhy", "runnersUp", "packages", "startsFrom", "steps",
                "findings", "openPoints");
        if (!plan.text("format").equals(PlanText.FORMAT)) {
            throw plan.wrong("format", "the format '" + plan.text("format") + "' is not known; this version reads " + PlanText.FORMAT);
        }
        if (!ID.matcher(plan.text("id")).matches()) {
            throw plan.wrong("id", "an id consists of letters, digits and hyphens");
        }
        Map<String, String> startsFrom = plan.map("startsFrom");
        startsFrom.forEach((path, hash) -> {
            if (!HASH.matcher(hash).matches()) {
                throw plan.wrong("startsFrom", "'" + hash + "' of " + path + " is neither a SHA-256 nor 'absent'");
            }
        });
        List<PlannedStep> steps = steps(plan);
        return new IntegrationPlan(
                plan.text("id"), plan.text("request"), project(plan), citation(plan.fields("guide")), plan.text("guideWhy", ""),
                plan.list("runnersUp").stream().map(PlanReader::citation).toList(), steps, plan.texts("findings"),
                plan.texts("openPoints"), plan.text("created", ""), plan.texts("docs"), plan.map("packages"), startsFrom);
    }

    private ProjectProfile project(Fields plan) {
        Fields project = plan.fields("project").only(
                "root", "app", "ecosystem", "framework", "language", "packageManager", "modules", "manifest", "roles");
        Path root;
        try {
            root = Path.of(project.text("root"));
        } catch (InvalidPathException invalid) {
            throw project.wrong("root", "it is not a valid path");
        }
        if (!root.isAbsolute()) {
            throw project.wrong("root", "the project's folder must be an absolute path");
        }
        ProjectProfile present = projects.apply(root.resolve(project.text("app", "")).normalize(), plan.text("request"));
        if (!present.root().equals(root.toString()) || !present.app().equals(project.text("app", "")) || !present.framework().equals(project.text("framework", ""))
                || !present.packageManager().equals(project.text("packageManager", ""))) {
            throw project.wrong("root", "the plan is for the application '" + project.text("app", "") + "' of the kind "
                    + project.text("framework", "") + " with " + project.text("packageManager", "no package manager") + ", in " + root
                    + " there is '" + present.app() + "' of the kind " + present.framework() + " with " + present.packageManager());
        }
        return present;
    }

    private static List<PlannedStep> steps(Fields plan) {
        List<PlannedStep> steps = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Fields one : plan.list("steps")) {
            one.only("id", "title", "kind", "status", "target", "why", "detail", "citations", "details", "changes");
            if (!ids.add(one.text("id"))) {
                throw one.wrong("id", "there are two steps " + one.text("id"));
            }
            PlanStep.Kind kind = one.constant("kind", PlanStep.Kind.class);
            PlannedStep.Status status = one.constant("status", PlannedStep.Status.class);
            if (kind == PlanStep.Kind.RUN_COMMAND && status != PlannedStep.Status.MANUAL) {
                throw one.wrong("kind", "a plan runs no commands but the package manager's own install, which needs no step; make it 'manual'");
            }
            List<FileChange> changes = one.list("changes").stream().map(PlanReader::change).toList();
            steps.add(new PlannedStep(
                    one.text("id"), kind, one.text("title"), one.text("target", ""), one.text("why", ""),
                    one.list("citations").stream().map(PlanReader::citation).toList(), one.map("details"), status, one.text("detail", ""),
                    changes, one.list("citations").stream().map(citation -> citation.text("quote", "")).toList()));
        }
        return steps;
    }

    private static FileChange change(Fields one) {
        one.only("file", "lineEndings", "diff", "content", "set", "value");
        String path = one.text("file");
        List<String> kinds = List.of("diff", "content", "set").stream().filter(one::has).toList();
        if (kinds.size() != 1) {
            throw one.wrong("file", "a change has exactly one of diff, content and set");
        }
        String text = one.text(kinds.getFirst());
        if (one.text("lineEndings", "lf").equals("crlf")) {
            text = text.replace("\n", "\r\n");
        } else if (!one.text("lineEndings", "lf").equals("lf")) {
            throw one.wrong("lineEndings", "line endings are 'lf' or 'crlf'");
        }
        return switch (kinds.getFirst()) {
            case "diff" -> {
                try {
                    Patch.parse(text);
                } catch (IllegalArgumentException unreadable) {
                    throw one.wrong("diff", unreadable.getMessage() == null ? "the diff cannot be read" : unreadable.getMessage());
                }
                yield new FileChange(path, FileChange.Kind.EDIT, text, "");
            }
            case "content" -> new FileChange(path, FileChange.Kind.CREATE, text, "");
            default -> {
                if (!text.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                    throw one.wrong("set", "'" + text + "' is no name of a variable");
                }
                yield new FileChange(path, FileChange.Kind.SET, text, one.text("value", ""));
            }
        };
    }

    private static Citation citation(Fields one) {
        one.only("source", "page", "heading", "lines", "quote");
        Matcher lines = LINES.matcher(one.text("lines", "1-1"));
        if (!lines.matches()) {
            throw one.wrong("lines", "lines are written as '3-9'");
        }
        return new Citation(
                one.text("source", ""), one.text("page"), one.text("heading", ""), Integer.parseInt(lines.group(1)),
                Integer.parseInt(lines.group(2)));
    }
}
