/** What all stores of documents share: their limits, their JSON, their pages. */
@NullMarked
package community.likeminds.agent.infrastructure.storage.documents;

import org.jspecify.annotations.NullMarked;
