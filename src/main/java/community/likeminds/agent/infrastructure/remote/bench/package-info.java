/** Measures what a call between two processes costs. */
@NullMarked
package community.likeminds.agent.infrastructure.remote.bench;

import org.jspecify.annotations.NullMarked;
