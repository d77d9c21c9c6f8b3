package community.likeminds.agent.infrastructure.auth;

import community.likeminds.agent.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keys with which programs call. A key is shown once and kept as a hash. */
public interface ApiKeys {

    /** What every key begins with, so that people and scanners of secrets recognise one. */
    String MARK = "lmk_";

    /** Throws {@code account-not-found}, {@code role-exceeds-account}. */
    Created create(TenantId tenant, NewKey key);

    /** Those of one account, or of all when it is null; newest first. */
    List<ApiKey> list(TenantId tenant, @Nullable String account);

    /** Takes effect within two seconds everywhere. Throws {@code key-not-found}. */
    ApiKey revoke(TenantId tenant, String id);

    /**
     * @param account whose key it is
     * @param name what it is for
     * @param roles what the key may do, within what its account may do; empty for all of that
     * @param expiresAt null for never
     */
    record NewKey(String account, String name, Set<AccessRole> roles, @Nullable Instant expiresAt) {

        public NewKey {
            roles = Set.copyOf(roles);
        }
    }

    /** @param secret the key itself, shown once */
    record Created(ApiKey key, String secret) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Created[" + key + "]";
        }
    }

    /** @param prefix how the key begins, to recognise it */
    record ApiKey(
            String id,
            String prefix,
            String account,
            String name,
            Set<AccessRole> roles,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {}
}
