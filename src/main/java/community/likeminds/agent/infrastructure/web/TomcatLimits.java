package community.likeminds.agent.infrastructure.web;

import community.likeminds.agent.infrastructure.web.tomcat.BoundedHeadsProtocol;
import community.likeminds.agent.infrastructure.web.tomcat.ProblemReport;
import java.time.Duration;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** Ends connections of clients that send too slowly; what is sent more slowly in all is ended by {@link BodyLimitFilter}. */
final class TomcatLimits implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Duration silence;
    private final Duration head;

    /**
     * @param silence how long a client may be silent within its head or body
     * @param head how long it may take to send a head
     */
    TomcatLimits(Duration silence, Duration head) {
        this.silence = silence;
        this.head = head;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(BoundedHeadsProtocol.class.getName());
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReport.class.getName());
            }
        });
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof BoundedHeadsProtocol protocol) {
                protocol.setLongestHead(head);
            }
            if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
                protocol.setConnectionTimeout((int) silence.toMillis());
            }
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setDisableUploadTimeout(false);
                http.setConnectionUploadTimeout((int) silence.toMillis());
            }
        });
    }
}
