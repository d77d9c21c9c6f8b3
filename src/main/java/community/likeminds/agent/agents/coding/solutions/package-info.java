/** Plans and reports as documents of whatever store is chosen. */
@NullMarked
package community.likeminds.agent.agents.coding.solutions;

import org.jspecify.annotations.NullMarked;
