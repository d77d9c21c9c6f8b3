/** Projects, runs, plans and reports over GraphQL: each client says in one request what it wants to read. */
@NullMarked
package community.likeminds.agent.agents.coding.api.graph;

import org.jspecify.annotations.NullMarked;
