package community.likeminds.agent.project.output;

import community.likeminds.agent.infrastructure.secrets.EncryptedValues;
import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is encrypted in checkpoints: former bytes of environment files, and what unfinished runs are about. Projects at work are left alone. */
final class CheckpointValues implements EncryptedValues, KeptTasks {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointValues.class);

    private final Path data;
    private final SecretEncryption encryption;

    CheckpointValues(Path data, SecretEncryption encryption) {
        this.data = data;
        this.encryption = encryption;
    }

    @Override
    public String place() {
        return "former environment files";
    }

    @Override
    public void each(Consumer<Kept> visitor) {
        everyRun((root, checkpoint) -> checkpoint.blobs().sealed((hash, text) -> visitor.accept(
                new Kept(Blobs.TENANT, Blobs.name(hash), text, other -> undisturbed(root, () -> checkpoint.blobs().replace(hash, text, other))))));
    }

    @Override
    public List<KeptTask> all() {
        List<KeptTask> all = new ArrayList<>();
        everyRun((root, checkpoint) -> {
            String text = checkpoint.task();
            if (!text.isEmpty()) {
                all.add(new KeptTask(root, checkpoint.id(), text));
            }
        });
        return List.copyOf(all);
    }

    @Override
    public boolean replace(KeptTask read, String text) {
        return undisturbed(read.project(), () -> {
            for (Checkpoint checkpoint : checkpoints(read.project()).all()) {
                if (checkpoint.id().equals(read.run()) && checkpoint.task().equals(read.text())) {
                    checkpoint.keepTask(text);
                    return true;
                }
            }
            return false;
        });
    }

    private interface RunVisitor {

        void visit(Path root, Checkpoint checkpoint) throws IOException;
    }

    /** Without the projects' locks: what ends while it is looked at is not there any more. */
    private void everyRun(RunVisitor visitor) {
        try {
            for (Path root : Checkpoints.projects(data)) {
                for (Checkpoint checkpoint : checkpoints(root).seen()) {
                    visit(root, checkpoint, visitor);
                }
            }
        } catch (IOException failure) {
            throw JournaledChangeSets.failed(failure, data);
        }
    }

    private static void visit(Path root, Checkpoint checkpoint, RunVisitor visitor) throws IOException {
        try {
            visitor.visit(root, checkpoint);
        } catch (NoSuchFileException ended) {
            LOG.debug("The run {} ended while it was looked at.", checkpoint.id(), ended);
        }
    }

    private interface Deed {

        boolean done() throws IOException;
    }

    private boolean undisturbed(Path root, Deed deed) {
        try (Checkpoints.Lock lock = checkpoints(root).lock()) {
            return lock.held().isOpen() && deed.done();
        } catch (AgentException busy) {
            return false;
        } catch (IOException failure) {
            throw JournaledChangeSets.failed(failure, root);
        }
    }

    private Checkpoints checkpoints(Path root) {
        return new Checkpoints(data, root, encryption, Steps.UNWATCHED);
    }
}
