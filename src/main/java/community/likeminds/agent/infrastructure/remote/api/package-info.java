/** How the installation is, over REST. */
@NullMarked
package community.likeminds.agent.infrastructure.remote.api;

import org.jspecify.annotations.NullMarked;
