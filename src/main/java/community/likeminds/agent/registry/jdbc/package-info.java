/** The embedded registry: leases in a table, nothing to run beside the database. */
@NullMarked
package community.likeminds.agent.registry.jdbc;

import org.jspecify.annotations.NullMarked;
