/** Tables of languages: which of a grammar's nodes are pieces, which hold some, and how they are named. */
@NullMarked
package community.likeminds.agent.processors.code.languages;

import org.jspecify.annotations.NullMarked;
