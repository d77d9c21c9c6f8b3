/** What people search for over REST. */
@NullMarked
package community.likeminds.agent.vector.analytics.api;

import org.jspecify.annotations.NullMarked;
