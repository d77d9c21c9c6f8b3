/** Keeps searches in the relational store. */
@NullMarked
package community.likeminds.agent.vector.analytics.jdbc;

import org.jspecify.annotations.NullMarked;
