/** What every kind of registry needs: a heart that beats and a memory of the last answer. */
@NullMarked
package community.likeminds.agent.registry.discovery;

import org.jspecify.annotations.NullMarked;
