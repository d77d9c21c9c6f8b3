/** Helicone, in both ways: as a proxy before providers of models, and told of calls after they were made. */
@NullMarked
package community.likeminds.agent.infrastructure.observability.helicone;

import org.jspecify.annotations.NullMarked;
