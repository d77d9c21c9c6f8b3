/** Climbs the ladder of proof and corrects what the published package decides. */
@NullMarked
package community.likeminds.agent.agents.coding.codevalidation;

import org.jspecify.annotations.NullMarked;
