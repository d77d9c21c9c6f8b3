package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Citation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the passage that says how a package is installed. */
final class PackageFinder {

    private final GuideFinder finder;
    private final ProjectProfile project;

    PackageFinder(GuideFinder finder, ProjectProfile project) {
        this.finder = finder;
        this.project = project;
    }

    /**
     * @param install what the passage says
     * @param citation where it stands
     */
    record Passage(Installs.Package install, Citation citation) {}

    /** The passage for a package: of a page for this project's platform, the project's package manager first; or null. */
    @Nullable Passage passage(String name) {
        Passage best = null;
        for (PageFacts page : finder.facts()) {
            if (!page.packages().contains(name) || !finder.fits(page, project)) {
                continue;
            }
            for (Block block : page.page().blocks()) {
                if (block.kind() != Block.Kind.CODE) {
                    continue;
                }
                for (Installs.Package install : Installs.of(block.text())) {
                    boolean own = install.manager().equals(project.packageManager());
                    if (install.name().equals(name) && (best == null || own && !best.install().manager().equals(project.packageManager()))) {
                        best = new Passage(install, page.page().cite(block));
                    }
                }
            }
        }
        return best;
    }

    /** Every package that a page anywhere installs for this ecosystem. */
    List<String> known() {
        return finder.facts().stream().flatMap(page -> page.packages().stream()).distinct().toList();
    }
}
