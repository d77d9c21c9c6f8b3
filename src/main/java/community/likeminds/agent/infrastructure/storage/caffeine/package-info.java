/** Caches in this process. */
@NullMarked
package community.likeminds.agent.infrastructure.storage.caffeine;

import org.jspecify.annotations.NullMarked;
