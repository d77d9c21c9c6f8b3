package community.likeminds.agent.agents.coding.api;

import community.likeminds.agent.agents.coding.ApplyOptions;
import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.infrastructure.auth.Project;
import community.likeminds.agent.infrastructure.web.Values;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What bodies that ask for work on a project have in common; what they leave out is as the project's settings say. */
interface Work {

    @Nullable List<String> docs();

    @Nullable String request();

    @Nullable Map<String, String> values();

    @Nullable String branch();

    @Nullable Boolean allowDirty();

    @Nullable List<String> skip();

    /** As a request for an integration into a folder. */
    default IntegrationRequest on(TenantId tenant, Path folder, ProjectPlaces places) {
        Project.Settings settings = places.settings(tenant, folder);
        List<String> docs = docs() == null ? settings.docs() : docs();
        return new IntegrationRequest(
                folder, docs.stream().map(location -> places.source(tenant, location)).toList(), Values.orEmpty(request()), Values.orEmpty(values()),
                Values.orEmpty(branch()), Boolean.TRUE.equals(allowDirty()), skip() == null ? settings.skip() : skip());
    }

    /** As what a plan is applied with. */
    default ApplyOptions options(Project.Settings settings) {
        return new ApplyOptions(
                Values.orEmpty(values()), Values.orEmpty(branch()), Boolean.TRUE.equals(allowDirty()), skip() == null ? settings.skip() : skip());
    }
}
