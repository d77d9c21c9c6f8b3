/** Sessions and access tokens of people, and the keys that sign them. */
@NullMarked
package community.likeminds.agent.infrastructure.auth.sessions;

import org.jspecify.annotations.NullMarked;
