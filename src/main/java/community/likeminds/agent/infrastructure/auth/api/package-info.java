/** Signing in, accounts, keys, grants and the audit log over REST. */
@NullMarked
package community.likeminds.agent.infrastructure.auth.api;

import org.jspecify.annotations.NullMarked;
