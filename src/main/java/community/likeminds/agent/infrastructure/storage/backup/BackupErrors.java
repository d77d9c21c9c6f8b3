package community.likeminds.agent.infrastructure.storage.backup;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import java.io.IOException;
import java.nio.file.Path;

final class BackupErrors {

    private BackupErrors() {}

    static AgentException damaged(Path file, String why) {
        return AgentException.badInput(
                "backup-damaged", "The file " + file + " is no backup that can be restored: " + why + ".", "Restore another one; nothing was changed.");
    }

    static AgentException unreadable(Path file, IOException failure) {
        return new AgentException(
                Kind.BAD_INPUT,
                "backup-unreadable",
                "The file " + file + " cannot be read: " + failure.getMessage() + ".",
                "Name a file that likeminds backup has made.",
                failure);
    }

    static AgentException unwritable(Path folder, IOException failure) {
        return new AgentException(
                Kind.BAD_INPUT,
                "backup-not-written",
                "Something could not be written beside or below " + folder + ": " + failure.getMessage() + ".",
                "Check the permissions and the free space, and end what uses the data folder.",
                failure);
    }
}
