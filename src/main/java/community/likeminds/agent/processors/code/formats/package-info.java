/** Readers of configuration formats without a grammar: XML, Gradle, TOML and files of lines. */
@NullMarked
package community.likeminds.agent.processors.code.formats;

import org.jspecify.annotations.NullMarked;
