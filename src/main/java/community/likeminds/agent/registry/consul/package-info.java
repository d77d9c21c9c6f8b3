/** The registry in Consul: services with a check that the process itself keeps alive, and configuration in its key-value store. */
@NullMarked
package community.likeminds.agent.registry.consul;

import org.jspecify.annotations.NullMarked;
