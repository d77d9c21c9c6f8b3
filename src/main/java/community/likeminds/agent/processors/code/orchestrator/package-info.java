/** Puts the steps of reading source code together. */
@NullMarked
package community.likeminds.agent.processors.code.orchestrator;

import org.jspecify.annotations.NullMarked;
