/** Settings that all processes share, kept where the registry is and taken over while a process runs where that is safe. */
@NullMarked
package community.likeminds.agent.registry.settings;

import org.jspecify.annotations.NullMarked;
