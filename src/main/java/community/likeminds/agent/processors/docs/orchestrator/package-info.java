/** Brings sources, parser, chunker and embeddings together behind the module's interfaces. */
@NullMarked
package community.likeminds.agent.processors.docs.orchestrator;

import org.jspecify.annotations.NullMarked;
