/** Tells which files of a folder are the project's own source code, and what its build files say. */
@NullMarked
package community.likeminds.agent.processors.code.metadata;

import org.jspecify.annotations.NullMarked;
