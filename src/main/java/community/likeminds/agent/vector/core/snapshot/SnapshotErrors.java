package community.likeminds.agent.vector.core.snapshot;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import java.nio.file.Path;

/** Why a snapshot cannot be written or read. */
final class SnapshotErrors {

    private SnapshotErrors() {}

    static AgentException damaged(Path file, String why) {
        return AgentException.badInput(
                "snapshot-damaged",
                "The snapshot " + file + " is damaged: " + why + ".",
                "Nothing was changed; copy the file again from where it was made, or use another one.");
    }

    static AgentException unreadable(Path file, Exception cause) {
        return new AgentException(
                Kind.BAD_INPUT,
                "snapshot-unreadable",
                "The snapshot " + file + " cannot be read: " + cause.getMessage() + ".",
                "Name a file that likeminds sources snapshot has made.",
                cause);
    }

    static AgentException unwritable(Path file, Exception cause) {
        return new AgentException(
                Kind.BAD_INPUT,
                "snapshot-unwritable",
                "The snapshot " + file + " cannot be written: " + cause.getMessage() + ".",
                "Name a file in a folder that you may write to and that has space.",
                cause);
    }
}
