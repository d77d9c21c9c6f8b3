/** Parses source code and edits it structurally, in the text, without touching anything else. */
@NullMarked
@ApplicationModule(id = "processors.code",
        allowedDependencies = {"shared"})
package community.likeminds.agent.processors.code;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
