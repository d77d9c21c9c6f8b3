/** Chooses the guide and turns it into an ordered plan for one project. */
@NullMarked
package community.likeminds.agent.agents.coding.codeplanning;

import org.jspecify.annotations.NullMarked;
