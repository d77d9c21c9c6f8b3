/** Reads published type declarations and says which names and members exist. */
@NullMarked
package community.likeminds.agent.project.analysis.declarations;

import org.jspecify.annotations.NullMarked;
