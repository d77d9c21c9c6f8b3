/** What all stores of objects share: which keys there are, how large an object may be, and what its checksum is. */
@NullMarked
package community.likeminds.agent.infrastructure.storage.objects;

import org.jspecify.annotations.NullMarked;
