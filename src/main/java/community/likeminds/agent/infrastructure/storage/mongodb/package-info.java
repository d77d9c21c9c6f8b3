/** Documents in a MongoDB database. */
@NullMarked
package community.likeminds.agent.infrastructure.storage.mongodb;

import org.jspecify.annotations.NullMarked;
