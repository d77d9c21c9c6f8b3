/** The data folder of an embedded installation as one file. */
@NullMarked
package community.likeminds.agent.infrastructure.storage.backup;

import org.jspecify.annotations.NullMarked;
