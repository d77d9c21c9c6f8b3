/** What this process tells the others and whoever watches it: that it lives, what it runs, what it lacks. */
@NullMarked
package community.likeminds.agent.infrastructure.remote.membership;

import org.jspecify.annotations.NullMarked;
