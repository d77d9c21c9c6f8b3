package community.likeminds.agent.agents.coding.codeplanning;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.ignore.FastIgnoreRule;
import org.eclipse.jgit.ignore.IgnoreNode;

/** Git's ignore rules. */
final class Ignored {

    private Ignored() {}

    static boolean by(String rules, String path) {
        List<FastIgnoreRule> parsed = new ArrayList<>();
        for (String line : rules.lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                parsed.add(new FastIgnoreRule(line.strip()));
            }
        }
        return Boolean.TRUE.equals(new IgnoreNode(parsed).checkIgnored(path, false));
    }
}
