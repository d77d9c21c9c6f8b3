/** Results as text for people and as JSON for machines. */
@NullMarked
package community.likeminds.agent.cli.output;

import org.jspecify.annotations.NullMarked;
