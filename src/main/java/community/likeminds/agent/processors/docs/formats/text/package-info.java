/** Reads reStructuredText and AsciiDoc as far as documentation of SDKs uses them. */
@NullMarked
package community.likeminds.agent.processors.docs.formats.text;

import org.jspecify.annotations.NullMarked;
