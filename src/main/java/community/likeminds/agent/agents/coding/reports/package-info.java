/** Reports as documents for people. */
@NullMarked
package community.likeminds.agent.agents.coding.reports;

import org.jspecify.annotations.NullMarked;
