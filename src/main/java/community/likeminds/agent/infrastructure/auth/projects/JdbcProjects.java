package community.likeminds.agent.infrastructure.auth.projects;

import community.likeminds.agent.infrastructure.auth.Project;
import community.likeminds.agent.infrastructure.auth.Projects;
import community.likeminds.agent.infrastructure.web.FolderOwners;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The register as rows; who gets a folder is decided by one transaction at a time. */
@Component
class JdbcProjects implements Projects, FolderOwners {

    /** A name may stand wherever a folder may, so it must not look like one. */
    private static final Pattern NAME = Pattern.compile("(?!\\.)[\\p{L}\\p{N}][\\p{L}\\p{N} ._@()+-]{0,199}");

    private static final int NAMES_TRIED = 1_000;

    private final ProjectRows rows;
    private final PlatformTransactionManager transactions;
    private final Clock clock = Clock.systemUTC();

    JdbcProjects(ProjectRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public List<Project> list(TenantId tenant) {
        return rows.all(tenant).stream().sorted(Comparator.comparing(Project::name)).toList();
    }

    @Override
    public Project get(TenantId tenant, String id) {
        return rows.named(tenant, id).stream().filter(project -> project.id().equals(id)).findFirst().orElseThrow(() -> AgentException.notFound(
                "project-unknown", "There is no project '" + id + "'.", "List the projects to see their ids."));
    }

    @Override
    public Optional<Project> find(TenantId tenant, String idOrName) {
        return rows.named(tenant, idOrName).stream().max(Comparator.comparing(project -> project.id().equals(idOrName)));
    }

    @Override
    public Optional<Project> holding(TenantId tenant, Path folder) {
        return rows.around(tenant, folder).stream().max(Comparator.comparingInt(project -> project.folder().length()));
    }

    @Override
    public boolean reachable(TenantId tenant, Path folder) {
        return !rows.othersTouch(tenant, folder);
    }

    @Override
    public boolean registered(TenantId tenant, Path folder) {
        return holding(tenant, folder).isPresent();
    }

    @Override
    public Project register(TenantId tenant, NewProject project) {
        requireName(project.name());
        return deciding(() -> {
            requireFree(tenant, project.folder());
            Project made = made(project.name(), project.folder(), project.owner(), project.settings());
            if (!rows.insert(tenant, made)) {
                throw exists(project.name(), project.folder());
            }
            return made;
        });
    }

    @Override
    public Project claim(TenantId tenant, Path folder, String owner) {
        Optional<Project> known = holding(tenant, folder);
        return known.isPresent() ? known.get() : deciding(() -> holding(tenant, folder).orElseGet(() -> claimed(tenant, folder, owner)));
    }

    private Project claimed(TenantId tenant, Path folder, String owner) {
        requireFree(tenant, folder);
        String base = nameOf(folder);
        for (int number = 1; number <= NAMES_TRIED; number++) {
            Project made = made(number == 1 ? base : base + "-" + number, folder, owner, Project.Settings.NONE);
            if (rows.insert(tenant, made)) {
                return made;
            }
        }
        throw exists(base, folder);
    }

    @Override
    public Project change(TenantId tenant, String id, Change change) {
        requireName(change.name());
        return deciding(() -> {
            Project before = get(tenant, id);
            boolean taken = rows.named(tenant, change.name()).stream().anyMatch(other -> !other.id().equals(id));
            if (taken) {
                throw exists(change.name(), Path.of(before.folder()));
            }
            Project after = new Project(id, change.name(), before.folder(), change.owner(), change.settings(), before.createdAt());
            rows.update(tenant, after);
            return after;
        });
    }

    @Override
    public void remove(TenantId tenant, String id) {
        deciding(() -> {
            get(tenant, id);
            return rows.delete(tenant, id);
        });
    }

    private <T> T deciding(Supplier<T> work) {
        @Nullable T done = new TransactionTemplate(transactions).execute(transaction -> {
            rows.lock();
            return work.get();
        });
        return Objects.requireNonNull(done);
    }

    private void requireFree(TenantId tenant, Path folder) {
        if (!rows.organisation(tenant)) {
            throw AgentException.notFound(
                    "organisation-unknown", "There is no organisation '" + tenant.value() + "'.", "Make it first, or name another one.");
        }
        if (rows.othersTouch(tenant, folder)) {
            throw new AgentException(
                    AgentException.Kind.CONFLICT, "project-folder-taken", "The folder " + folder + " cannot be registered here.",
                    "Register a folder of its own that holds nothing of others.");
        }
    }

    private Project made(String name, Path folder, String owner, Project.Settings settings) {
        return new Project(UUID.randomUUID().toString(), name, folder.toString(), owner, settings, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static String nameOf(Path folder) {
        Path last = folder.getFileName();
        String name = (last == null ? "" : last.toString()).replaceAll("[^\\p{L}\\p{N} ._@()+-]", "-").replaceAll("^[^\\p{L}\\p{N}]+", "");
        String known = name.isEmpty() ? "project" : name;
        return known.substring(0, Math.min(known.length(), 190));
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw AgentException.badInput(
                    "project-name-invalid", "'" + name + "' is no name for a project.", "Use 1 to 200 letters, digits, spaces and . _ @ ( ) + -, beginning with a letter or digit.");
        }
    }

    private static AgentException exists(String name, Path folder) {
        return new AgentException(
                AgentException.Kind.CONFLICT, "project-exists", "There is a project called '" + name + "', or one of the folder " + folder + ", already.",
                "Choose another name, or use the project that is there.");
    }
}
