package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.infrastructure.secrets.EncryptedValues;
import community.likeminds.agent.project.output.KeptTasks;
import community.likeminds.agent.project.output.KeptTasks.KeptTask;
import community.likeminds.agent.shared.AgentException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Values of keys of runs that are at work or were interrupted. Those at work are left alone: what they keep goes when they end. */
@Component
class EncryptedRuns implements EncryptedValues {

    private final Supplier<@Nullable KeptTasks> tasks;

    /** @param tasks of this process; there are none where another one changes projects */
    @Autowired
    EncryptedRuns(ObjectProvider<KeptTasks> tasks) {
        this.tasks = tasks::getIfAvailable;
    }

    EncryptedRuns(KeptTasks tasks) {
        this.tasks = () -> tasks;
    }

    @Override
    public String place() {
        return "values of unfinished runs";
    }

    @Override
    public void each(Consumer<Kept> visitor) {
        KeptTasks here = tasks.get();
        if (here != null) {
            here.all().forEach(kept -> task(kept).ifPresent(task -> each(here, kept, task, visitor)));
        }
    }

    /** What cannot be read by this version has no values that it could use either. */
    private static Optional<RunTask> task(KeptTask kept) {
        try {
            return Optional.of(RunTask.parse(kept.text()));
        } catch (AgentException unreadable) {
            return Optional.empty();
        }
    }

    private static void each(KeptTasks tasks, KeptTask kept, RunTask task, Consumer<Kept> visitor) {
        if (!Boolean.TRUE.equals(task.sealed())) {
            return;
        }
        AtomicReference<KeptTask> now = new AtomicReference<>(kept);
        task.options().values().forEach((name, value) ->
                visitor.accept(new Kept(task.tenant(), task.nameOf(name), value, text -> replace(tasks, now, name, text))));
    }

    private static boolean replace(KeptTasks tasks, AtomicReference<KeptTask> now, String name, String value) {
        KeptTask before = now.get();
        String text = RunTask.parse(before.text()).withSealed(name, value);
        boolean replaced = tasks.replace(before, text);
        if (replaced) {
            now.set(new KeptTask(before.project(), before.run(), text));
        }
        return replaced;
    }
}
