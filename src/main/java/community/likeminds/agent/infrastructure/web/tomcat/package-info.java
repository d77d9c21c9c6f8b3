/** What the web server itself has to do because nothing behind it sees it. */
@NullMarked
package community.likeminds.agent.infrastructure.web.tomcat;

import org.jspecify.annotations.NullMarked;
