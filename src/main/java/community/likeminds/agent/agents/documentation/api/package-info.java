/** Documentation, source code and questions over REST. */
@NullMarked
package community.likeminds.agent.agents.documentation.api;

import org.jspecify.annotations.NullMarked;
