/** Storage ports on the file system. */
@NullMarked
package community.likeminds.agent.infrastructure.storage.files;

import org.jspecify.annotations.NullMarked;
