package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.requirementanalysis.Wish;
import community.likeminds.agent.agents.coding.requirementanalysis.Words;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.FileHint;
import community.likeminds.agent.processors.docs.Installs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Chooses one of several tabs for a project and a request. */
final class TabChoice {

    private static final List<String> EXTENSIONS = List.of(".ts", ".js", ".tsx", ".jsx", ".mts", ".mjs", ".cts", ".cjs");

    private final ProjectProfile project;
    private final Wish wish;

    TabChoice(ProjectProfile project, Wish wish) {
        this.project = project;
        this.wish = wish;
    }

    /** Whether the tabs are different files rather than spellings of one: their names differ by more than the extension. */
    static boolean filesThatBelongTogether(java.util.Set<String> labels) {
        List<String> stems = labels.stream().filter(label -> label.matches("[\\w./@\\[\\]-]+\\.\\w{1,5}")).map(label -> label.replaceFirst("\\.\\w+$", "")).toList();
        return labels.size() > 1 && stems.size() == labels.size() && java.util.Set.copyOf(stems).size() == stems.size();
    }

    /** The label of the best tab; the first of equals. */
    String choose(Map<String, List<Block>> tabs) {
        String best = "";
        double most = Double.NEGATIVE_INFINITY;
        for (Map.Entry<String, List<Block>> tab : tabs.entrySet()) {
            double score = score(tab.getKey(), tab.getValue());
            if (score > most) {
                most = score;
                best = tab.getKey();
            }
        }
        return best;
    }

    private double score(String label, List<Block> blocks) {
        String said = label.toLowerCase(Locale.ROOT);
        double score = 0;
        if (said.equals(project.packageManager())) {
            score += 10;
        }
        List<String> words = Words.of(label.replaceFirst("(?<=\\w)\\.[cm]?[jt]sx?$", ""));
        long asked = words.stream().filter(wish.wanted()::contains).count();
        score += words.isEmpty() ? 0 : 6.0 * asked / words.size();
        for (int i = 0; i < project.platforms().size(); i++) {
            if (words.contains(project.platforms().get(i))) {
                score += 4.0 / (i + 1);
            }
        }
        score += language(said) * 3;
        for (Block block : blocks) {
            score += fit(block);
        }
        return score;
    }

    private int language(String label) {
        boolean typescript = project.language().equals("typescript");
        return switch (label) {
            case "typescript", "ts", "tsx" -> typescript ? 1 : -1;
            case "javascript", "js", "jsx" -> typescript ? -1 : 1;
            case "esm", "es modules", "import" -> project.modules().equals("esm") ? 1 : -1;
            case "commonjs", "cjs", "require" -> project.modules().equals("commonjs") ? 1 : -1;
            default -> 0;
        };
    }

    private double fit(Block block) {
        CodeBlock code = block.code();
        FileHint file = code == null ? null : code.file();
        double score = 0;
        if (file != null && exists(file.path())) {
            score += 5;
        }
        if (code != null && !project.packageManager().isEmpty()
                && Installs.of(code.code()).stream().anyMatch(one -> one.manager().equals(project.packageManager()))) {
            score += 5;
        }
        if (code != null) {
            // Code is adapted to the project's language; a file for another tool is not.
            score += 0.5 * language(code.language());
        }
        return score;
    }

    /** Whether the project has the file, be it in the other language. */
    private boolean exists(String path) {
        String script = safe(path).replaceFirst("\\.([cm]?)[jt]s(x?)$", "");
        return Stream.concat(Stream.of(safe(path)), script.equals(path) ? Stream.of() : EXTENSIONS.stream().map(one -> script + one))
                .anyMatch(one -> Files.isRegularFile(Path.of(project.root()).resolve(project.app()).resolve(one)));
    }

    private static String safe(String path) {
        return path.indexOf('\0') >= 0 || path.startsWith("/") ? "" : path;
    }
}
