/** The audit log, as rows. */
@NullMarked
package community.likeminds.agent.infrastructure.auth.audit;

import org.jspecify.annotations.NullMarked;
