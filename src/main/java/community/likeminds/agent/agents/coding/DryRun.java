package community.likeminds.agent.agents.coding;

import java.util.Map;

/**
 * What applying a plan would change in files, installs and builds left aside.
 *
 * @param changedFiles paths below the project's root, each with {@code created} or {@code changed}
 * @param diff unified diff of it, secrets masked
 */
public record DryRun(Map<String, String> changedFiles, String diff) {}
