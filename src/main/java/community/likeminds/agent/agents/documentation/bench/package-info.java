/** Measures the documentation agent beside its peers. */
@NullMarked
package community.likeminds.agent.agents.documentation.bench;

import org.jspecify.annotations.NullMarked;
