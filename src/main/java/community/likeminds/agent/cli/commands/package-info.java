/** One class a command: arguments in, a use case called, its result printed. */
@NullMarked
package community.likeminds.agent.cli.commands;

import org.jspecify.annotations.NullMarked;
