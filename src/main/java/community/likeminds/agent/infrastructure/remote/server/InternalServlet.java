package community.likeminds.agent.infrastructure.remote.server;

import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.auth.ServiceTokens;
import community.likeminds.agent.infrastructure.remote.wire.Problem;
import community.likeminds.agent.infrastructure.remote.wire.Protocol;
import community.likeminds.agent.infrastructure.remote.wire.Signatures;
import community.likeminds.agent.infrastructure.remote.wire.Wire;
import community.likeminds.agent.shared.AgentException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code POST /internal/{role}/{interface}/{method}}; only processes with the installation's secret may call. */
final class InternalServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(InternalServlet.class);

    private final transient Offered offered;
    private final transient Calls calls;
    private final transient Handles handles;

    InternalServlet(Offered offered, Calls calls, Handles handles) {
        this.offered = offered;
        this.calls = calls;
        this.handles = handles;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String @Nullable [] parts = request.getPathInfo() == null ? new String[0] : request.getPathInfo().substring(1).split("/");
            Identity identity = offered.caller(request.getHeader(ServiceTokens.HEADER));
            if (parts.length == 1 && Protocol.LEASES.equals(parts[0])) {
                reply(response, handles.renew(List.of(Wire.mapper().readValue(request.getInputStream(), String[].class))));
            } else if (parts.length == 3 && Protocol.ANSWERS.equals(parts[0])) {
                calls.answer(String.valueOf(parts[1]), Integer.parseInt(String.valueOf(parts[2])), Wire.mapper().readValue(request.getInputStream(), Integer.class));
                reply(response, true);
            } else if (parts.length == 3) {
                call(identity, parts[0] + "/" + parts[1], String.valueOf(parts[2]), request, response);
            } else {
                throw Signatures.unknown("nothing is called " + request.getPathInfo());
            }
        } catch (AgentException refused) {
            refuse(response, refused);
        } catch (JacksonException | NumberFormatException unreadable) {
            refuse(response, Signatures.unknown(String.valueOf(unreadable.getMessage())));
        }
    }

    private void call(Identity identity, String path, String method, HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonNode arguments = Wire.mapper().readTree(request.getInputStream());
        String handle = request.getHeader(Protocol.HANDLE_HEADER);
        if (handle != null) {
            Handles.Held held = handles.get(handle);
            try {
                follow(calls.start(identity, held.handle, held.type, method, arguments, handle), response);
            } finally {
                handles.done(held);
            }
            return;
        }
        Class<?> type = offered.type(path);
        follow(calls.start(identity, offered.bean(type), type, method, arguments, ""), response);
    }

    private static void follow(Calls.Started started, HttpServletResponse response) throws IOException {
        RunningCall call = started.call();
        response.setHeader(Protocol.CALL_HEADER, call.id);
        response.setContentType(Protocol.CONTENT_TYPE);
        boolean ended = false;
        try {
            OutputStream out = response.getOutputStream();
            while (!ended) {
                RunningCall.Line line = call.next();
                if (line == null) {
                    out.write('\n');
                    out.flush();
                    continue;
                }
                if (!response.isCommitted()) {
                    response.setStatus(line.status());
                }
                out.write(line.text());
                out.write('\n');
                ended = line.last();
                if (!ended && !call.more()) {
                    out.flush();
                }
            }
        } catch (IOException gone) {
            LOG.debug("A caller has gone before its call ended.", gone);
            throw gone;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            if (!ended) {
                started.cancel();
            }
        }
    }

    private static void reply(HttpServletResponse response, Object result) throws IOException {
        response.setContentType(Protocol.CONTENT_TYPE);
        response.getOutputStream().write(Wire.mapper().writeValueAsBytes(Map.of(Protocol.RESULT, result)));
    }

    private static void refuse(HttpServletResponse response, AgentException refused) throws IOException {
        if (!response.isCommitted()) {
            Problem problem = Problem.of(refused);
            response.setStatus(problem.status());
            response.setContentType(Protocol.CONTENT_TYPE);
            response.getOutputStream().write(Wire.mapper().writeValueAsBytes(Map.of(Protocol.PROBLEM, problem)));
        }
    }
}
