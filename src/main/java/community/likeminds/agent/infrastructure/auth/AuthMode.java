package community.likeminds.agent.infrastructure.auth;

/** Who may call the server ({@code likeminds.auth.mode}). */
public enum AuthMode {
    /** Whoever shows an access token or an API key. */
    REQUIRED,
    /** Whoever reaches it is the admin of the default organisation; on the loopback interface only. */
    LOCAL
}
