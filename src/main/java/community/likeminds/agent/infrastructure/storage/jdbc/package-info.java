/** Storage ports on plain SQL. */
@NullMarked
package community.likeminds.agent.infrastructure.storage.jdbc;

import org.jspecify.annotations.NullMarked;
