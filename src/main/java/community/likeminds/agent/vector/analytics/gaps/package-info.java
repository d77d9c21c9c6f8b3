/** Groups unanswered questions into topics. */
@NullMarked
package community.likeminds.agent.vector.analytics.gaps;

import org.jspecify.annotations.NullMarked;
