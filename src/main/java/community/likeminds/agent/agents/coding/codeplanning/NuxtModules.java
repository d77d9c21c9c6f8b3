package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.code.StructuralEdits;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.processors.docs.Installs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Nuxt's own command does beside installing a module: it lists the module in the configuration. */
final class NuxtModules {

    private final ProjectProfile project;
    private final Workspace files;
    private final StructuralEdits edits;

    NuxtModules(ProjectProfile project, Workspace files, StructuralEdits edits) {
        this.project = project;
        this.files = files;
        this.edits = edits;
    }

    /** A step for each module that a shell block adds; none in a project without Nuxt. */
    List<Draft.DraftStep> plan(String shell, Citation citation) {
        List<Draft.DraftStep> steps = new ArrayList<>();
        if (project.framework().equals("nuxt")) {
            for (String module : Installs.nuxtModules(shell)) {
                steps.add(step(module, citation));
            }
        }
        return steps;
    }

    private Draft.DraftStep step(String module, Citation citation) {
        String path = project.roles().getOrDefault("framework-config", "");
        String code = "export default defineNuxtConfig({\n  modules: ['" + module + "'],\n})\n";
        Map<String, String> details = Map.of("code", code, "language", "ts");
        String why = "The guide's command lists the module in the configuration of Nuxt.";
        if (!path.contains("nuxt.config")) {
            return new Draft.DraftStep(
                    new PlanStep("", PlanStep.Kind.MANUAL, "List " + module + " in nuxt.config", "", why, List.of(citation), details), Draft.State.MANUAL, Map.of(),
                    "The project has no nuxt.config of its own.");
        }
        PlanStep step = new PlanStep("", PlanStep.Kind.EDIT_FILE, "Edit " + path, path, why, List.of(citation), details);
        StructuralEdits.Edit edit = edits.merge(new StructuralEdits.MergeRequest(
                path, files.text(path), code, "ts", StructuralEdits.Mode.SETUP, List.of(module), List.of()));
        String conflict = edit.conflict();
        if (conflict != null) {
            return new Draft.DraftStep(
                    new PlanStep("", PlanStep.Kind.MANUAL, step.title(), path, why, step.citations(), details), Draft.State.MANUAL, Map.of(), conflict);
        }
        if (!edit.changed()) {
            return new Draft.DraftStep(step, Draft.State.ALREADY_THERE, Map.of(), module + " is listed already.");
        }
        files.put(path, edit.text());
        return new Draft.DraftStep(step, Draft.State.TO_DO, Map.of(path, edit.text()), String.join(" ", edit.changes()));
    }
}
