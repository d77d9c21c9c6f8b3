/** Figures about what the product does, in the names that dashboards and alerts use. */
@NullMarked
package community.likeminds.agent.infrastructure.observability.metrics;

import org.jspecify.annotations.NullMarked;
