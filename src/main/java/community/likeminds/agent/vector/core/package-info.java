/**
 * Stores text with facets and vectors and finds it by words, filters and meaning; what the vector services stand on.
 *
 * <p>The base package is the contract, {@code query} ranks, {@code indexing} analyses, {@code store} holds an adapter for each technology.
 */
@NullMarked
@ApplicationModule(id = "vector.core",
        allowedDependencies = {"shared", "infrastructure.storage"})
package community.likeminds.agent.vector.core;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
