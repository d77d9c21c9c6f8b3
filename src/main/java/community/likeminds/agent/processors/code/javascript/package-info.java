/** Reads and edits JavaScript and TypeScript, JSX included: imports, instances, providers, set-up calls, configurations. */
@NullMarked
package community.likeminds.agent.processors.code.javascript;

import org.jspecify.annotations.NullMarked;
