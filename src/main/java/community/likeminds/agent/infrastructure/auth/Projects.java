package community.likeminds.agent.infrastructure.auth;

import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The register of projects. A folder belongs to the organisation that registered it; another one cannot reach it, above or below it. */
public interface Projects {

    /** By name. */
    List<Project> list(TenantId tenant);

    /** Throws {@code project-unknown}. */
    Project get(TenantId tenant, String id);

    /** By its id or its name. */
    Optional<Project> find(TenantId tenant, String idOrName);

    /** The innermost project that holds a folder. @param folder a real path */
    Optional<Project> holding(TenantId tenant, Path folder);

    /**
     * @throws community.likeminds.agent.shared.AgentException {@code project-exists}, {@code project-name-invalid}, {@code organisation-unknown};
     *     {@code project-folder-taken} when another organisation has the folder, one around it or one within it
     */
    Project register(TenantId tenant, NewProject project);

    /** The project that holds a folder; registered under the folder's name when there is none. Throws as {@link #register} does. */
    Project claim(TenantId tenant, Path folder, String owner);

    /** Replaces name, owner and settings. Throws {@code project-unknown}, {@code project-exists}, {@code project-name-invalid}. */
    Project change(TenantId tenant, String id, Change change);

    /** Forgets a project with its grants; the folder stays as it is, and anybody may register it. Throws {@code project-unknown}. */
    void remove(TenantId tenant, String id);

    /** @param folder a real path */
    record NewProject(String name, Path folder, String owner, Project.Settings settings) {}

    record Change(String name, String owner, Project.Settings settings) {}
}
