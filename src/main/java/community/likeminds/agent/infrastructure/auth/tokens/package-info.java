/** Tokens that carry an identity from process to process. */
@NullMarked
package community.likeminds.agent.infrastructure.auth.tokens;

import org.jspecify.annotations.NullMarked;
