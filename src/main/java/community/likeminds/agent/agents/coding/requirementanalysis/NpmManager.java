package community.likeminds.agent.agents.coding.requirementanalysis;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Which package manager a JavaScript project uses, and which workspaces and task runners stand around it. */
final class NpmManager {

    private record Lock(String file, String manager) {}

    private static final List<Lock> LOCKS = List.of(
            new Lock("pnpm-lock.yaml", "pnpm"), new Lock("yarn.lock", "yarn"), new Lock("bun.lock", "bun"), new Lock("bun.lockb", "bun"),
            new Lock("package-lock.json", "npm"), new Lock("npm-shrinkwrap.json", "npm"));
    private static final Pattern ENGINE = Pattern.compile("\"(pnpm|yarn|bun)\"\\s*:");

    private final ProjectFiles files;
    private final Facts facts;

    NpmManager(Inspection inspection) {
        this.files = inspection.files();
        this.facts = inspection.facts();
    }

    /** The manager's name; the field {@code packageManager} wins over lock files, those over what a manager alone uses. */
    String find(JsonNode root, String app) {
        String manager = manager(root, app);
        if (manager.equals("yarn")) {
            yarn(root);
        }
        for (String tool : List.of("turbo.json", "nx.json", "lerna.json", "rush.json")) {
            if (files.has(tool)) {
                facts.seen("monorepo-tool", tool.replace(".json", ""), tool);
            }
        }
        return manager;
    }

    private String manager(JsonNode root, String app) {
        String declared = root.path("packageManager").asString("");
        if (!declared.isEmpty()) {
            facts.seen("package-manager", declared.replaceFirst("@.*", ""), files.place("package.json", "\"packageManager\""));
            facts.seen("package-manager-version", declared.replaceFirst("^[^@]*@?", "").replaceFirst("\\+.*", ""), files.place("package.json", "\"packageManager\""));
            return declared.replaceFirst("@.*", "");
        }
        for (String folder : app.isEmpty() ? List.of("") : List.of("", app)) {
            List<Lock> there = LOCKS.stream().filter(lock -> files.has(Inspection.at(folder, lock.file()))).toList();
            if (!there.isEmpty()) {
                String others = there.stream().skip(1).map(Lock::file).filter(file -> !file.startsWith("bun")).reduce("", (a, b) -> a.isEmpty() ? b : a + ", " + b);
                facts.concluded("package-manager", there.getFirst().manager(), Inspection.at(folder, there.getFirst().file()),
                        others.isEmpty() ? "" : "There are other lock files as well: " + others + ".");
                return there.getFirst().manager();
            }
        }
        for (Lock sign : List.of(new Lock("pnpm-workspace.yaml", "pnpm"), new Lock(".pnpmfile.cjs", "pnpm"), new Lock(".yarnrc.yml", "yarn"),
                new Lock(".yarnrc", "yarn"), new Lock("bunfig.toml", "bun"))) {
            if (files.has(sign.file())) {
                facts.concluded("package-manager", sign.manager(), sign.file(), "There is no lock file yet.");
                return sign.manager();
            }
        }
        var engine = ENGINE.matcher(root.path("engines").toString());
        if (engine.find()) {
            facts.seen("package-manager", engine.group(1), files.place("package.json", Pattern.compile("\"" + engine.group(1) + "\"\\s*:")));
            return engine.group(1);
        }
        facts.concluded("package-manager", "npm", "", "No lock file and no field of package.json names another one.");
        return "npm";
    }

    private void yarn(JsonNode root) {
        if (facts.has("package-manager-version")) {
            linker();
            return;
        }
        boolean berry = files.has(".yarnrc.yml") || files.has("yarn.lock") && files.text("yarn.lock").contains("__metadata:");
        facts.concluded("package-manager-version", berry ? "2 or later" : "1", files.has(".yarnrc.yml") ? ".yarnrc.yml" : files.has("yarn.lock") ? "yarn.lock" : "",
                berry ? "Yarn of this kind is set up by .yarnrc.yml and writes __metadata into its lock file." : "Nothing of Yarn 2 or later is there.");
        linker();
    }

    private void linker() {
        Pattern linker = Pattern.compile("(?m)^nodeLinker:\\s*(\\S+)");
        var found = linker.matcher(files.has(".yarnrc.yml") ? files.text(".yarnrc.yml") : "");
        if (found.find()) {
            facts.seen("node-linker", found.group(1), files.place(".yarnrc.yml", linker));
        }
    }
}
