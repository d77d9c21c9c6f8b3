/** Puts together how the installation is, out of what the modules below say. */
@NullMarked
package community.likeminds.agent.infrastructure.remote.status;

import org.jspecify.annotations.NullMarked;
