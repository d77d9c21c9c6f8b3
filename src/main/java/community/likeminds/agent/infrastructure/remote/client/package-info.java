/** Proxies: choose a process, call it, follow its answer. */
@NullMarked
package community.likeminds.agent.infrastructure.remote.client;

import org.jspecify.annotations.NullMarked;
