/** Relational storage on a PostgreSQL server that several installations share. */
@NullMarked
package community.likeminds.agent.infrastructure.storage.postgresql;

import org.jspecify.annotations.NullMarked;
