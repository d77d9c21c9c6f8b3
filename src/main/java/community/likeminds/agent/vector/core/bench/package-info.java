/** Measures stores on made-up vectors. */
@NullMarked
package community.likeminds.agent.vector.core.bench;

import org.jspecify.annotations.NullMarked;
