/** What a person sees and types: colours, progress, questions. */
@NullMarked
package community.likeminds.agent.cli.terminal;

import org.jspecify.annotations.NullMarked;
