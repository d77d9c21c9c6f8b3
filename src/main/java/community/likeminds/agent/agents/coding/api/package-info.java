/** Projects, plans, integrations and reports over REST. */
@NullMarked
package community.likeminds.agent.agents.coding.api;

import org.jspecify.annotations.NullMarked;
