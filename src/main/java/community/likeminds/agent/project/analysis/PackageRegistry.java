package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.analysis.IntegrationValidator.Published;

/** Facts about published packages, from the client of their own package manager, which knows mirrors and log-ins. */
interface PackageRegistry {

    /** @param wanted a version, a range, a tag, or empty for the newest */
    Published published(java.nio.file.Path folder, String name, String wanted);
}
