package community.likeminds.agent.cli.commands;

import community.likeminds.agent.shared.TenantId;
import picocli.CommandLine.Option;

/** Which organisation a command is about. */
final class OrganisationOption {

    @Option(names = "--organisation", paramLabel = "ID", defaultValue = "default", description = "Organisation (default: default).")
    private String id = "default";

    /** Throws {@code tenant-invalid}. */
    TenantId tenant() {
        return new TenantId(id);
    }
}
