package community.likeminds.agent.infrastructure.web.tomcat;

import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/** Tells as problems what the server refuses before it has a request to give on, such as a head that cannot be read. */
public final class ProblemReport extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable error) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean writable = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, writable);
        if (!writable.get()) {
            return;
        }
        try {
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "no-store");
            response.setContentType("application/problem+json");
            response.setCharacterEncoding("UTF-8");
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(problem(status));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("A client that is refused has gone.", gone);
        }
    }

    private static String problem(int status) {
        String code = status < 500 ? "request-malformed" : status == 501 ? "request-unsupported" : "internal";
        String fact = status < 500 ? "The request is not well-formed HTTP." : status == 501 ? "The request asks for something of HTTP that is not served." : "The server cannot handle the request.";
        return """
                {"type":"urn:likeminds:problem:%s","title":"%s","status":%d,"detail":"%s","code":"%s","remedy":"Send it as RFC 9112 says."}"""
                .formatted(code, status < 500 ? "Bad Request" : "Server Error", status, fact, code);
    }
}
