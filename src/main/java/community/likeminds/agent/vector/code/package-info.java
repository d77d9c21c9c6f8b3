/** Stores and finds passages of source code by names, words, filters and vectors. */
@NullMarked
@ApplicationModule(id = "vector.code",
        allowedDependencies = {"shared", "processors.code", "vector.core"})
package community.likeminds.agent.vector.code;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
