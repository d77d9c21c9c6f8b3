/** Turns documentation sources into pages, blocks, chunks and embeddings. */
@NullMarked
@ApplicationModule(id = "processors.docs",
        allowedDependencies = {"shared"})
package community.likeminds.agent.processors.docs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
