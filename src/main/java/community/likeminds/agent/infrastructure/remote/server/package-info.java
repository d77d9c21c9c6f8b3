/** The endpoint: runs calls for other processes and keeps handles for them. */
@NullMarked
package community.likeminds.agent.infrastructure.remote.server;

import org.jspecify.annotations.NullMarked;
