/** The documentation agent's entry: checks input and leads a question through understanding, retrieval and answer. */
@NullMarked
package community.likeminds.agent.agents.documentation.orchestrator;

import org.jspecify.annotations.NullMarked;
