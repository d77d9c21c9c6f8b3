/** Signing in with an external OpenID Connect provider. */
@NullMarked
package community.likeminds.agent.infrastructure.auth.oidc;

import org.jspecify.annotations.NullMarked;
