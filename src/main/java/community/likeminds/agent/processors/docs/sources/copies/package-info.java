/** What is kept beside a fetched copy of a source. */
@NullMarked
package community.likeminds.agent.processors.docs.sources.copies;

import org.jspecify.annotations.NullMarked;
