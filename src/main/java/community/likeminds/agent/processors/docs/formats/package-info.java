/**
 * Reads formats that are not Markdown: each is rendered as Markdown whose lines know where they come from, so that there is one page
 * parser for all of them.
 */
@NullMarked
package community.likeminds.agent.processors.docs.formats;

import org.jspecify.annotations.NullMarked;
