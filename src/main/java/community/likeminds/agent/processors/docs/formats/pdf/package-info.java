/** Reads PDF documents by their text, the sizes of their fonts and their outline. */
@NullMarked
package community.likeminds.agent.processors.docs.formats.pdf;

import org.jspecify.annotations.NullMarked;
