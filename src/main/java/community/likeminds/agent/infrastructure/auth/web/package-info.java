/** Finds out who calls over HTTP, and whether they may. */
@NullMarked
package community.likeminds.agent.infrastructure.auth.web;

import org.jspecify.annotations.NullMarked;
