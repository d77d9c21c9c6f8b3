package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.analysis.IntegrationValidator.Project;
import community.likeminds.agent.shared.Remote;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says where classes live that documentation shows without their imports. */
@Remote(limit = Remote.Limit.RUN, repeatable = true)
public interface ClassIndex {

    /**
     * Public classes by simple name; nested ones are written with dots ({@code a.b.Outer.Inner}).
     *
     * <p>Looked for in the given artifacts, in the project's own sources, in {@code java.*} and {@code javax.*} of the JDK,
     * and in the rest of the project's class path, which Maven resolves. Where Maven cannot, the local repository is read for
     * the given artifacts alone.
     *
     * @param simpleNames what is asked for; names that are nowhere are missing in the answer
     * @param artifacts {@code group:artifact} of the dependencies that the documentation is about: their classes come first
     */
    Map<String, List<String>> find(Project project, Set<String> simpleNames, List<String> artifacts);
}
