/** Reads OpenAPI and Swagger documents as reference pages. */
@NullMarked
package community.likeminds.agent.processors.docs.formats.openapi;

import org.jspecify.annotations.NullMarked;
