package community.likeminds.agent.infrastructure.auth;

/** Says who shows a credential: an access token or an API key. */
public interface CallerResolver {

    /**
     * @param credential what stands behind {@code Bearer}
     * @throws community.likeminds.agent.shared.AgentException of the kind {@code UNAUTHENTICATED}
     */
    Identity resolve(String credential);
}
