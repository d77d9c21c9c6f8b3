package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.infrastructure.storage.JsonRecords;
import community.likeminds.agent.project.analysis.IntegrationValidator;
import community.likeminds.agent.project.analysis.IntegrationValidator.Published;
import community.likeminds.agent.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Asks the registries through their own clients, and remembers the answers for a day. */
@Component
final class RememberedRegistries implements Registries {

    private static final String COLLECTION = "published-packages";
    private static final Duration FRESH = Duration.ofHours(24);
    private static final int LONGEST_ID = 200;

    private final IntegrationValidator validator;
    private final JsonRecords records;
    private final DataFolder data;
    private final Clock clock;

    @Autowired
    RememberedRegistries(IntegrationValidator validator, JsonRecords records, DataFolder data) {
        this(validator, records, data, Clock.systemUTC());
    }

    RememberedRegistries(IntegrationValidator validator, JsonRecords records, DataFolder data, Clock clock) {
        this.validator = validator;
        this.records = records;
        this.data = data;
        this.clock = clock;
    }

    /**
     * @param there whether the registry has the package
     * @param at when it was asked, milliseconds since 1970
     */
    record Remembered(boolean there, long at) {}

    @Override
    public Optional<Boolean> remembered(String ecosystem, String name) {
        String id = id(ecosystem, name);
        return id.length() > LONGEST_ID
                ? Optional.empty()
                : records.get(TenantId.DEFAULT, COLLECTION, id, Remembered.class)
                        .filter(known -> clock.millis() - known.at() < FRESH.toMillis())
                        .map(Remembered::there);
    }

    private static String id(String ecosystem, String name) {
        return ecosystem + " " + name;
    }

    @Override
    public Optional<Boolean> has(String ecosystem, String name) {
        String id = id(ecosystem, name);
        Optional<Boolean> known = remembered(ecosystem, name);
        if (known.isPresent() || id.length() > LONGEST_ID) {
            return known;
        }
        // Outside of any project, so that the user's own settings hold and no project's.
        Published answer = validator.published(data.folder("registries"), ecosystem, name, "");
        if (!answer.reachable()) {
            return Optional.empty();
        }
        records.put(TenantId.DEFAULT, COLLECTION, id, new Remembered(answer.version() != null, clock.millis()));
        return Optional.of(answer.version() != null);
    }
}
