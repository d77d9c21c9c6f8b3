package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.requirementanalysis.Words;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Container;
import community.likeminds.agent.processors.docs.Page;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Folded parts that stand side by side, one for each framework, are no optional reading but alternatives: the project's one is unfolded. */
final class FoldedAlternatives {

    private static final Pattern APP = Pattern.compile("\\bapp[ -]router\\b|\\bapp/", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGES = Pattern.compile("\\bpages[ -]router\\b|\\bpages/", Pattern.CASE_INSENSITIVE);

    /** Routers that are packages of their own. */
    private static final Pattern ROUTER = Pattern.compile("\\b(?:react|tanstack|vue|wouter)[ -]router\\b", Pattern.CASE_INSENSITIVE);

    private FoldedAlternatives() {}

    /** The groups of the folded parts that are for the project. */
    static Set<String> unfolded(Page page, ProjectProfile project) {
        Map<List<String>, Map<String, String>> siblings = new LinkedHashMap<>();
        for (Block block : page.blocks()) {
            if (block.kind() == Block.Kind.CODE) {
                block.containers().stream().filter(one -> one.kind() == Container.Kind.DETAILS)
                        .forEach(one -> siblings.computeIfAbsent(block.headings(), key -> new LinkedHashMap<>()).putIfAbsent(one.group(), one.label()));
            }
        }
        Set<String> chosen = new HashSet<>();
        for (Map<String, String> labels : siblings.values()) {
            long named = labels.values().stream().filter(label -> !Frameworks.named(label).isEmpty()).count();
            if (named >= 2 && named * 2 > labels.size()) {
                String best = "";
                double most = 0;
                for (Map.Entry<String, String> one : labels.entrySet()) {
                    double score = score(one.getValue(), labels.values(), project);
                    if (score > most) {
                        most = score;
                        best = one.getKey();
                    }
                }
                chosen.add(best);
            }
        }
        return chosen;
    }

    /** Positive for a label that fits; the more specific platform counts more. */
    private static double score(String label, Collection<String> all, ProjectProfile project) {
        boolean otherRouter = project.framework().equals("next-app") && PAGES.matcher(label).find() || project.framework().equals("next-pages") && APP.matcher(label).find();
        if (otherRouter || Generations.others(label, all, project)) {
            return -1;
        }
        Set<String> named = Frameworks.named(label);
        String joined = "-" + String.join("-", Words.of(label)) + "-";
        double score = 0;
        for (int i = 0; i < project.platforms().size(); i++) {
            String platform = project.platforms().get(i);
            if (named.contains(platform) || joined.contains("-" + platform + "-")) {
                // A name of two words says more than the one of them that stands for another framework.
                score = Math.max(score, 1.0 / (i + 1) + (platform.contains("-") ? 1 : 0));
            }
        }
        boolean beyond = named.stream().noneMatch(one -> Frameworks.has(project, one));
        boolean unknown = ROUTER.matcher(label).find() && project.dependencies().keySet().stream().noneMatch(name -> joined.contains("-" + name.replaceAll("^@|-dom$", "").replace('/', '-') + "-"));
        return !named.isEmpty() && beyond || unknown ? -1 : score;
    }
}
