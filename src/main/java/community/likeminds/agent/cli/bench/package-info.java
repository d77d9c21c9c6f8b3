/** Measures running servers: how they start, what the gateway costs, how many listeners they hold. */
@NullMarked
package community.likeminds.agent.cli.bench;

import org.jspecify.annotations.NullMarked;
