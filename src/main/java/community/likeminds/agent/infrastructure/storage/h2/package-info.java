/** The embedded database: H2 in PostgreSQL mode, shared by every process that uses the data folder. */
@NullMarked
package community.likeminds.agent.infrastructure.storage.h2;

import org.jspecify.annotations.NullMarked;
