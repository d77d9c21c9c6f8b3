/** Opens sources of documentation and reads their pages. */
@NullMarked
package community.likeminds.agent.processors.docs.sources;

import org.jspecify.annotations.NullMarked;
