/** Reads the documentation comments of source files. */
@NullMarked
package community.likeminds.agent.processors.docs.formats.source;

import org.jspecify.annotations.NullMarked;
