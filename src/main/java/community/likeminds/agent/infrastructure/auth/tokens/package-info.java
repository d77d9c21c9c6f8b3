/** Tokens: between processes and for people. */
@NullMarked
package community.likeminds.agent.infrastructure.auth.tokens;

import org.jspecify.annotations.NullMarked;
