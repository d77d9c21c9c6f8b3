/** A key that Vault keeps: its transit engine wraps and unwraps, and the key never leaves it. */
@NullMarked
package community.likeminds.agent.infrastructure.secrets.vault;

import org.jspecify.annotations.NullMarked;
