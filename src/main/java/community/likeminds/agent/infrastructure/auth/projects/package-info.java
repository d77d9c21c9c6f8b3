/** The register of projects as rows. */
@NullMarked
package community.likeminds.agent.infrastructure.auth.projects;

import org.jspecify.annotations.NullMarked;
