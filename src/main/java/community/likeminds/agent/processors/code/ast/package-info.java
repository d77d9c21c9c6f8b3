/** Syntax trees of source texts as immutable Java objects, and edits of a text at the places a tree names. */
@NullMarked
package community.likeminds.agent.processors.code.ast;

import org.jspecify.annotations.NullMarked;
