/** Reads documentation sites politely: what their owners list first, then what their pages link to, never what is on a private network. */
@NullMarked
package community.likeminds.agent.processors.docs.sources.web;

import org.jspecify.annotations.NullMarked;
