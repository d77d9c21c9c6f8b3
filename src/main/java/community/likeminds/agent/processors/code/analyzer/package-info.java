/** Finds out what a file of source code defines, imports, calls and uses, by a table of what the nodes of its grammar mean. */
@NullMarked
package community.likeminds.agent.processors.code.analyzer;

import org.jspecify.annotations.NullMarked;
