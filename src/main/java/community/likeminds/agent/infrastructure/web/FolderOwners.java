package community.likeminds.agent.infrastructure.web;

import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;

/** Knows which folders belong to an organisation. */
public interface FolderOwners {

    /** Whether nothing of this folder, above it or below it, belongs to another organisation. @param folder a real path */
    boolean reachable(TenantId tenant, Path folder);

    /** Whether the folder is, or lies in, one that was registered for the organisation. @param folder a real path */
    boolean registered(TenantId tenant, Path folder);
}
