/** Edits manifests and settings in their text: package.json, pom.xml, .env, properties, YAML and JSON. */
@NullMarked
package community.likeminds.agent.processors.code.manifests;

import org.jspecify.annotations.NullMarked;
