package community.likeminds.agent.agents.coding.api;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.infrastructure.auth.CurrentIdentity;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.auth.Project;
import community.likeminds.agent.infrastructure.auth.Projects;
import community.likeminds.agent.infrastructure.web.AllowedFolders;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Folders of the projects that requests name by id, by name or by path. What is worked on belongs to the caller's organisation from then on. */
@Component
class ProjectPlaces {

    private final Projects projects;
    private final AllowedFolders folders;
    private final CodingAgent agent;

    ProjectPlaces(Projects projects, AllowedFolders folders, CodingAgent agent) {
        this.projects = projects;
        this.folders = folders;
        this.agent = agent;
    }

    /** A folder that may be looked at, with the workspace around it. */
    Path looked(TenantId tenant, String named) {
        Path folder = folder(tenant, named);
        folders.project(tenant, agent.root(folder).toString());
        return folder;
    }

    /** A folder that is worked on, with the workspace around it: work on a part happens in the whole. */
    Path worked(TenantId tenant, String named) {
        Path folder = folder(tenant, named);
        own(tenant, agent.root(folder).toString());
        return folder;
    }

    /** The root of a stored plan: it may have been made on the command line, for a folder that this server must not touch. */
    void own(TenantId tenant, String root) {
        projects.claim(tenant, folders.project(tenant, root), CurrentIdentity.get().map(Identity::id).orElse(""));
    }

    /** What holds for work on a folder that says nothing else. */
    Project.Settings settings(TenantId tenant, Path folder) {
        return projects.holding(tenant, folder).map(Project::settings).orElse(Project.Settings.NONE);
    }

    /** A location of documentation that may be read. */
    String source(TenantId tenant, String location) {
        return folders.source(tenant, location);
    }

    private Path folder(TenantId tenant, String named) {
        String path = named.contains("/") ? named : projects.find(tenant, named).map(Project::folder).orElse(named);
        return folders.project(tenant, path);
    }
}
