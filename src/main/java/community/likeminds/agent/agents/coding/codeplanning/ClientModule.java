package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.code.SnippetParts;
import community.likeminds.agent.processors.code.SourceCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An SDK's client that no file of the guide holds becomes a module of its own, which the rest of the project imports. */
final class ClientModule {

    private static final Pattern TAGGED = Pattern.compile("=\\s*[\\w.]+\\s*`");

    private final ProjectProfile project;
    private final Workspace files;
    private final Literals literals;
    private final NewFiles newFiles;
    private final Predicate<String> installable;

    /** @param installable whether the documentation says how a package is installed, or the project has it */
    ClientModule(ProjectProfile project, Workspace files, Literals literals, NewFiles newFiles, Predicate<String> installable) {
        this.installable = installable;
        this.project = project;
        this.files = files;
        this.literals = literals;
        this.newFiles = newFiles;
    }

    Draft.@Nullable DraftStep plan(Snippet snippet) {
        Set<String> packages = snippet.packages();
        List<SnippetParts.Made> clients = snippet.parts().made().stream()
                .filter(made -> made.topLevel() && packages.contains(Snippet.packageOf(made.module())) && client(made)).toList();
        if (clients.isEmpty() || putToUse(snippet, clients) || !installable.test(Snippet.packageOf(clients.getFirst().module())) || clients.getFirst().uses().stream().anyMatch(name -> !available(snippet, name))) {
            return null;
        }
        SnippetParts.Made client = clients.getFirst();
        String path = path(client);
        if (!literals.readable(snippet)) {
            PlanStep manual = new PlanStep(
                    "", PlanStep.Kind.MANUAL, "Write by hand after \"" + snippet.citation().heading() + "\"", "", "The code is for a server; this project runs in the browser.",
                    List.of(snippet.citation()), Map.of("code", snippet.code().code(), "language", snippet.code().language()));
            return new Draft.DraftStep(manual, Draft.State.MANUAL, Map.of(), "It reads the environment of a server and belongs into one.");
        }
        PlanStep step = new PlanStep(
                "", PlanStep.Kind.CREATE_FILE, "Create " + path, path,
                "The guide names no file for the client " + client.name() + ": a module of its own can be imported from anywhere.",
                List.of(snippet.citation()), Map.of("code", snippet.code().code(), "language", snippet.code().language()));
        boolean own = files.exists(path) && files.text(path).contains(client.exported());
        String holder = own ? path : new Presence(files, packages).where(client.exported());
        if (!holder.isEmpty()) {
            PlanStep there = new PlanStep("", step.kind(), step.title(), holder, step.why(), step.citations(), step.details());
            return new Draft.DraftStep(there, Draft.State.ALREADY_THERE, Map.of(), "The project makes a " + client.exported() + " already.");
        }
        String statement = statement(client);
        if (files.exists(path) || statement.isBlank()) {
            return null;
        }
        String text = literals.ofNewFile(snippet, path, newFiles.adapted(imports(snippet) + "\n" + statement.strip() + "\n", snippet.code().language(), path));
        files.put(path, text);
        return new Draft.DraftStep(step, Draft.State.TO_DO, Map.of(path, text), "The module exports " + client.name() + ".");
    }

    /** Whether the snippet puts more in place than the client: what it calls on the client itself is an example. */
    private static boolean putToUse(Snippet snippet, List<SnippetParts.Made> clients) {
        Set<String> names = clients.stream().map(SnippetParts.Made::name).collect(Collectors.toSet());
        return !snippet.parts().wrappers().isEmpty() || !snippet.parts().leaves().isEmpty() || snippet.parts().calls().stream().anyMatch(call -> !names.contains(call.receiver()));
    }

    /** What a constructor, a factory or a builder makes; a hook belongs into a component, and a tagged text is no client. */
    private static boolean client(SnippetParts.Made made) {
        return !made.exported().matches("use[A-Z].*") && !made.name().matches("use[A-Z].*") && made.statement().contains("(") && !TAGGED.matcher(made.statement()).find();
    }

    /** Whether a name that a client is made of would be there in a module with the snippet's imports alone. */
    private static boolean available(Snippet snippet, String name) {
        return !snippet.parts().missing().contains(name) && !snippet.parts().declared().contains(name);
    }

    /** The declaration of the client as an export. */
    private static String statement(SnippetParts.Made client) {
        return client.isExported() ? client.statement() : client.statement().replaceFirst("(?m)^(?:const|let|var)\\b", "export const");
    }

    private static String imports(Snippet snippet) {
        Map<String, List<SourceCode.ImportedName>> modules = snippet.parts().imports().stream()
                .filter(one -> !one.module().startsWith(".") && !one.name().isEmpty())
                .collect(Collectors.groupingBy(SourceCode.ImportedName::module, LinkedHashMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder();
        modules.forEach((module, names) -> {
            List<String> named = new ArrayList<>();
            for (SourceCode.ImportedName one : names) {
                String local = one.alias().isEmpty() ? one.name() : one.alias();
                if (one.name().equals("default") || one.name().equals("*")) {
                    text.append(Snippet.statement(one, local));
                } else {
                    named.add((one.typeOnly() ? "type " : "") + (one.name().equals(local) ? local : one.name() + " as " + local));
                }
            }
            if (!named.isEmpty()) {
                text.append("import { ").append(String.join(", ", named)).append(" } from '").append(module).append("';\n");
            }
        });
        return text.toString();
    }

    private String path(SnippetParts.Made client) {
        String at = project.app().isEmpty() ? "" : project.app() + "/";
        String extension = project.language().equals("typescript") ? ".ts" : ".js";
        if (project.framework().equals("sveltekit") && literals.forServer()) {
            // Nothing below this folder gets into the browser.
            return at + "src/lib/server/" + client.name() + extension;
        }
        for (String folder : List.of("src/lib/", "lib/", "src/")) {
            if (files.paths().stream().anyMatch(path -> path.startsWith(at + folder))) {
                return at + folder + client.name() + extension;
            }
        }
        return at + client.name() + extension;
    }
}
