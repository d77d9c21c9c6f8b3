/** Reads HTML pages: the content without what surrounds it, its structure as Markdown. */
@NullMarked
package community.likeminds.agent.processors.docs.formats.html;

import org.jspecify.annotations.NullMarked;
