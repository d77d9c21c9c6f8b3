package community.likeminds.agent.fakes;

import community.likeminds.agent.infrastructure.auth.Project;
import community.likeminds.agent.infrastructure.auth.Projects;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A register in memory of one organisation. */
public final class FakeProjects implements Projects {

    public final List<Project> registered = new ArrayList<>();

    @Override
    public List<Project> list(TenantId tenant) {
        return List.copyOf(registered);
    }

    @Override
    public Project get(TenantId tenant, String id) {
        return find(tenant, id).orElseThrow(() -> AgentException.notFound("project-unknown", "There is no project '" + id + "'.", "List the projects."));
    }

    @Override
    public Optional<Project> find(TenantId tenant, String idOrName) {
        return registered.stream().filter(project -> project.id().equals(idOrName) || project.name().equals(idOrName)).findFirst();
    }

    @Override
    public Optional<Project> holding(TenantId tenant, Path folder) {
        return registered.stream().filter(project -> folder.startsWith(project.folder())).findFirst();
    }

    @Override
    public Project register(TenantId tenant, NewProject project) {
        Project made = new Project(
                "p" + registered.size(), project.name(), project.folder().toString(), project.owner(), project.settings(), Instant.EPOCH);
        registered.add(made);
        return made;
    }

    @Override
    public Project claim(TenantId tenant, Path folder, String owner) {
        return holding(tenant, folder)
                .orElseGet(() -> register(tenant, new NewProject(String.valueOf(folder.getFileName()), folder, owner, Project.Settings.NONE)));
    }

    @Override
    public Project change(TenantId tenant, String id, Change change) {
        Project before = get(tenant, id);
        Project after = new Project(id, change.name(), before.folder(), change.owner(), change.settings(), before.createdAt());
        registered.set(registered.indexOf(before), after);
        return after;
    }

    @Override
    public void remove(TenantId tenant, String id) {
        registered.remove(get(tenant, id));
    }
}
