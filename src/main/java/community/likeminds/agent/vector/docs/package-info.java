/** Stores and finds passages of documentation by words, filters and vectors. */
@NullMarked
@ApplicationModule(id = "vector.docs",
        allowedDependencies = {"shared", "processors.docs", "vector.core"})
package community.likeminds.agent.vector.docs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
