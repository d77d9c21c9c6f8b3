package community.likeminds.agent.shared;

import java.time.Instant;
import java.util.Map;

/** Told of every request to a provider of models, and asked on what way it goes. Never fails and never holds a call up. */
public interface ModelCalls {

    /** Straight to the provider, and nobody is told. */
    ModelCalls NONE = new ModelCalls() {
        @Override
        public Route route(String url) {
            return new Route(url, Map.of());
        }

        @Override
        public void made(ModelCall call) {}
    };

    /** @param url of the provider's route */
    Route route(String url);

    /** After the answer or the failure. */
    void made(ModelCall call);

    /** @param headers besides the provider's own */
    record Route(String url, Map<String, String> headers) {

        public Route {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * One attempt.
     *
     * @param operation what the model was to do: {@code embeddings}, later {@code chat}
     * @param request JSON
     * @param status of HTTP, 0 when no answer came
     * @param answer JSON as it came, or what went wrong
     */
    record ModelCall(String operation, String url, String request, int status, String answer, Instant began, Instant ended) {}
}
