package community.likeminds.agent.gateway.routing;

import community.likeminds.agent.shared.AgentException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Speaks with the process that runs a role. Unlike the framework's own exchange it tries another instance when one refuses, and drops its
 * connection when the client goes away: closing a response usually reads it to its end first, which a stream of events does not have.
 */
final class RoleExchange implements ProxyExchange {

    private static final Logger LOG = LoggerFactory.getLogger(RoleExchange.class);
    private static final int MOST_TRIES = 3;
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

    private final CloseableHttpClient client;
    private final Upstreams upstreams;
    private final RoutingProperties limits;

    RoleExchange(CloseableHttpClient client, Upstreams upstreams, RoutingProperties limits) {
        this.client = client;
        this.upstreams = upstreams;
        this.limits = limits;
    }

    @Override
    public ServerResponse exchange(Request request) {
        Route route = RoleRouter.chosen(request.getServerRequest());
        ClientBody body = ClientBody.of(request.getServerRequest().servletRequest());
        @Nullable IOException last = null;
        for (URI instance : upstreams.inOrder(route.role()).stream().limit(MOST_TRIES).toList()) {
            HttpUriRequestBase call = call(request, instance, route, body);
            try {
                ClassicHttpResponse response = client.executeOpen(HttpHost.create(instance), call, null);
                upstreams.answered(instance);
                return answer(request, route, call, response);
            } catch (ConnectException | ConnectTimeoutException | NoRouteToHostException | UnknownHostException refused) {
                // Nothing was sent, so that the next one can be asked whatever the method is.
                upstreams.refused(instance);
                LOG.warn("The instance {} of the role {} refuses connections.", instance, route.role());
                last = refused;
            } catch (NoHttpResponseException dropped) {
                // A kept connection that the other side has closed meanwhile; what was sent may have been read.
                if (body != null || !IDEMPOTENT.contains(call.getMethod())) {
                    throw broken(route, dropped);
                }
                last = dropped;
            } catch (SocketTimeoutException silent) {
                throw silent(route, silent);
            } catch (IOException failed) {
                if (body != null && body.failure() != null) {
                    throw new UncheckedIOException(body.failure());
                }
                throw broken(route, failed);
            }
        }
        throw Upstreams.unreachable(route.role(), last);
    }

    private HttpUriRequestBase call(Request request, URI instance, Route route, @Nullable ClientBody body) {
        URI asked = request.getUri();
        if (asked == null) {
            throw new IllegalStateException("The request has no address.");
        }
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        HttpUriRequestBase call = new HttpUriRequestBase(request.getMethod().name(), URI.create(base(instance) + asked.getRawPath() + query));
        call.setConfig(RequestConfig.custom()
                .setResponseTimeout(limits.silence(route.group()).toMillis(), TimeUnit.MILLISECONDS)
                .setConnectionRequestTimeout(limits.connect().toMillis(), TimeUnit.MILLISECONDS)
                .setRedirectsEnabled(false)
                .build());
        request.getHeaders().forEach((name, values) -> values.forEach(value -> call.addHeader(name, value)));
        if (body != null) {
            call.setEntity(new InputStreamEntity(body, body.length(), null));
        }
        return call;
    }

    private static String base(URI instance) {
        String address = instance.toString();
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static ServerResponse answer(Request request, Route route, HttpUriRequestBase call, ClassicHttpResponse response) {
        ServerResponse answer = GatewayServerResponse.status(response.getCode()).build((servletRequest, servletResponse) -> {
            send(route, call, response, servletResponse.getOutputStream());
            return null;
        });
        Received received = new Received(response);
        request.getResponseConsumers().forEach(consumer -> consumer.accept(received, answer));
        return answer;
    }

    private static void send(Route route, HttpUriRequestBase call, ClassicHttpResponse response, OutputStream out) throws IOException {
        if (response.getEntity() == null) {
            response.close();
            return;
        }
        boolean streams = MediaType.TEXT_EVENT_STREAM_VALUE.equals(bareType(response)) || response.getEntity().getContentLength() < 0;
        byte[] buffer = new byte[16 * 1024];
        InputStream in = response.getEntity().getContent();
        while (true) {
            int read;
            try {
                read = in.read(buffer);
            } catch (IOException failed) {
                call.cancel();
                // The client has got a part already; only a broken connection tells it that there should have been more.
                throw new IOException("The answer of the role " + route.role() + " broke off.", failed);
            }
            if (read < 0) {
                response.close();
                return;
            }
            try {
                out.write(buffer, 0, read);
                if (streams) {
                    out.flush();
                }
            } catch (IOException gone) {
                LOG.debug("The client of a route of the role {} has gone.", route.role(), gone);
                call.cancel();
                return;
            }
        }
    }

    private static String bareType(ClassicHttpResponse response) {
        String type = response.getEntity().getContentType();
        return type == null ? "" : type.split(";", 2)[0].strip();
    }

    private static AgentException silent(Route route, IOException cause) {
        return new AgentException(
                AgentException.Kind.UNAVAILABLE,
                "role-silent",
                "The role '" + route.role() + "' did not answer in time.",
                "Ask again later; what was asked for may have been done.",
                cause);
    }

    private static AgentException broken(Route route, IOException cause) {
        return new AgentException(
                AgentException.Kind.UNAVAILABLE,
                "role-broke-off",
                "The role '" + route.role() + "' broke off before it answered.",
                "Ask again; what was asked for may have been done.",
                cause);
    }

    /** What came back, as the framework's filters of headers read it. */
    private record Received(HttpStatusCode status, HttpHeaders headers) implements Response {

        Received(ClassicHttpResponse response) {
            this(HttpStatusCode.valueOf(response.getCode()), headers(response));
        }

        private static HttpHeaders headers(ClassicHttpResponse response) {
            HttpHeaders headers = new HttpHeaders();
            response.headerIterator().forEachRemaining(header -> headers.add(header.getName(), header.getValue()));
            return headers;
        }

        @Override
        public HttpStatusCode getStatusCode() {
            return status;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }

    /** A client's body on its way, which remembers when it was the client that failed. */
    private static final class ClientBody extends InputStream {

        private final HttpServletRequest request;
        private @Nullable IOException failure;

        private ClientBody(HttpServletRequest request) {
            this.request = request;
        }

        /** Null when the request has none. */
        static @Nullable ClientBody of(HttpServletRequest request) {
            return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null ? new ClientBody(request) : null;
        }

        /** In bytes, or -1. */
        long length() {
            return request.getContentLengthLong();
        }

        @Nullable IOException failure() {
            return failure;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return request.getInputStream().read(bytes, from, length);
            } catch (IOException failed) {
                failure = failed;
                throw failed;
            }
        }
    }
}
