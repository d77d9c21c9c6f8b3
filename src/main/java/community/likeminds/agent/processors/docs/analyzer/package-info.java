/** Parses Markdown and MDX into pages of blocks with exact line numbers, never failing on broken input. */
@NullMarked
package community.likeminds.agent.processors.docs.analyzer;

import org.jspecify.annotations.NullMarked;
