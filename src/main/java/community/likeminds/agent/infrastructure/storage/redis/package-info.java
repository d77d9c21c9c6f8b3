/** Caches on a Redis server that several processes share. */
@NullMarked
package community.likeminds.agent.infrastructure.storage.redis;

import org.jspecify.annotations.NullMarked;
