/** Members of organisations, their passwords, keys and grants, as rows. */
@NullMarked
package community.likeminds.agent.infrastructure.auth.accounts;

import org.jspecify.annotations.NullMarked;
