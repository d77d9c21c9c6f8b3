package community.likeminds.agent.infrastructure.remote.client;

import community.likeminds.agent.infrastructure.auth.ServiceTokens;
import community.likeminds.agent.infrastructure.remote.wire.Protocol;
import community.likeminds.agent.infrastructure.remote.wire.Wire;
import community.likeminds.agent.shared.TenantId;
import io.micrometer.observation.Observation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** HTTP to other processes of the installation, in whose name work is done here and as part of whose trace. */
final class Connection {

    private final HttpClient http;
    private final Outgoing outgoing;

    Connection(Outgoing outgoing, Duration connectLimit) {
        this.outgoing = outgoing;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectLimit)
                .build();
    }

    /** An answer that has begun. */
    record Answer(String call, InputStream body) {}

    /**
     * Begins a call.
     *
     * @param path below the root
     * @param handle its name, or empty
     * @param tenant for whom, where nobody has asked
     */
    Answer post(URI address, String role, String path, byte[] body, String handle, @Nullable TenantId tenant)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(Protocol.ROOT + path))
                .timeout(Protocol.SILENCE)
                .header("Content-Type", "application/json")
                .header(ServiceTokens.HEADER, outgoing.token(role, tenant))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!handle.isEmpty()) {
            request.header(Protocol.HANDLE_HEADER, handle);
        }
        Observation observation = outgoing.begin(role, path, request, (carrier, name, value) -> {
            if (carrier != null) {
                carrier.setHeader(name, value);
            }
        });
        try {
            HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            return new Answer(response.headers().firstValue(Protocol.CALL_HEADER).orElse(""), response.body());
        } catch (IOException | InterruptedException failure) {
            observation.error(failure);
            throw failure;
        } finally {
            observation.stop();
        }
    }

    void renew(URI address, String role, List<String> handles) throws IOException, InterruptedException {
        finish(post(address, role, Protocol.LEASES, Wire.mapper().writeValueAsBytes(handles), "", null));
    }

    void answer(URI address, String role, String call, int question, int value) throws IOException, InterruptedException {
        finish(post(address, role, Protocol.ANSWERS + "/" + call + "/" + question, Wire.mapper().writeValueAsBytes(value), "", null));
    }

    private static void finish(Answer answer) throws IOException {
        try (InputStream body = answer.body()) {
            body.readAllBytes();
        }
    }
}
