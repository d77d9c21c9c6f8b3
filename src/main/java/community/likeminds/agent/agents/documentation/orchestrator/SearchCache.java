package community.likeminds.agent.agents.documentation.orchestrator;

import community.likeminds.agent.agents.documentation.SearchRequest;
import community.likeminds.agent.agents.documentation.SearchResult.Hit;
import community.likeminds.agent.agents.documentation.ingestion.SearchRevisions;
import community.likeminds.agent.infrastructure.storage.Caches;
import community.likeminds.agent.infrastructure.storage.Caches.Cache;
import community.likeminds.agent.infrastructure.storage.Caches.Region;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Results of searches, until what they were found in changes. A search that something was missing for is not kept. */
@Component
class SearchCache {

    private static final int MOST = 2_000;

    private final Cache cache;
    private final SearchRevisions revisions;
    private final Embeddings embeddings;

    /** @param lifetime {@code likeminds.cache.search-results}: how long a result is kept when nothing changes */
    SearchCache(
            Caches caches, SearchRevisions revisions, Embeddings embeddings, @Value("${likeminds.cache.search-results:10m}") String lifetime) {
        this.cache = caches.of(new Region("search-results", DurationStyle.detectAndParse(lifetime), MOST));
        this.revisions = revisions;
        this.embeddings = embeddings;
    }

    /**
     * @param confidence that the documents cover the question, 0 to 1
     * @param notices what else is to be known; with any, the search is not kept
     */
    record Searched(List<Hit> hits, double confidence, List<String> notices) {}

    Searched of(TenantId tenant, SearchRequest request, Supplier<Searched> search) {
        // Read before the search: what changes during it is under another mark.
        String key = key(revisions.current(tenant), request);
        Optional<String> known = cache.get(tenant, key);
        if (known.isPresent()) {
            return JsonMapper.shared().readValue(known.get(), Searched.class);
        }
        Searched found = search.get();
        if (found.notices().isEmpty()) {
            cache.put(tenant, key, JsonMapper.shared().writeValueAsString(found));
        }
        return found;
    }

    private String key(String revision, SearchRequest request) {
        String text = revision + "\n" + embeddings.model() + "\n" + JsonMapper.shared().writeValueAsString(request);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
