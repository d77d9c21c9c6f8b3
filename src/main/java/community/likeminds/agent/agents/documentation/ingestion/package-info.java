/** Brings sources of documentation into the index, resumably. */
@NullMarked
package community.likeminds.agent.agents.documentation.ingestion;

import org.jspecify.annotations.NullMarked;
