package community.likeminds.agent.infrastructure.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.auth.Projects.NewProject;
import community.likeminds.agent.infrastructure.storage.StorageContext;
import community.likeminds.agent.infrastructure.storage.TestDatabase;
import community.likeminds.agent.infrastructure.web.FolderOwners;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The register of projects, whatever database it is in. */
abstract class ProjectsContract {

    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId OTHER = new TenantId("other");
    private static final Project.Settings SETTINGS = new Project.Settings(List.of("npm:some-sdk@1"), List.of("build"));

    @TempDir
    Path folder;

    private final TestDatabase database;
    private AnnotationConfigApplicationContext context;
    private Projects projects;
    private FolderOwners owners;

    ProjectsContract(TestDatabase database) {
        this.database = database;
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"community.likeminds.agent.infrastructure.auth.accounts", "community.likeminds.agent.infrastructure.auth.projects"})
    static class Wiring {}

    @BeforeEach
    void start() {
        context = StorageContext.start(folder.resolve("data"), database.properties(), beans -> {}, Wiring.class);
        Accounts accounts = context.getBean(Accounts.class);
        if (accounts.organisations().stream().noneMatch(one -> one.tenant().equals(ACME))) {
            accounts.addOrganisation(ACME, "Acme");
            accounts.addOrganisation(OTHER, "Other");
        }
        projects = context.getBean(Projects.class);
        owners = context.getBean(FolderOwners.class);
    }

    @AfterEach
    void stop() {
        List.of(ACME, OTHER).forEach(tenant -> projects.list(tenant).forEach(project -> projects.remove(tenant, project.id())));
        context.close();
    }

    @Test
    void aProjectIsFoundChangedAndForgotten() {
        Project shop = projects.register(ACME, new NewProject("shop", Path.of("/projects/shop"), "anna", SETTINGS));
        assertThat(projects.get(ACME, shop.id())).isEqualTo(shop);
        assertThat(projects.find(ACME, "shop")).contains(shop);
        assertThat(projects.list(ACME)).containsExactly(shop);
        Project changed = projects.change(ACME, shop.id(), new Projects.Change("store", "ben", Project.Settings.NONE));
        assertThat(projects.list(ACME)).containsExactly(changed);
        assertThat(changed).isEqualTo(new Project(shop.id(), "store", "/projects/shop", "ben", Project.Settings.NONE, shop.createdAt()));
        projects.remove(ACME, shop.id());
        refused(() -> projects.get(ACME, shop.id()), "project-unknown");
        refused(() -> projects.remove(ACME, shop.id()), "project-unknown");
    }

    @Test
    void anotherOrganisationFindsNothingOfIt() {
        Project shop = projects.register(ACME, new NewProject("shop", Path.of("/projects/shop"), "anna", SETTINGS));
        assertThat(projects.list(OTHER)).isEmpty();
        assertThat(projects.find(OTHER, "shop")).isEmpty();
        assertThat(projects.find(OTHER, shop.id())).isEmpty();
        assertThat(projects.holding(OTHER, Path.of("/projects/shop"))).isEmpty();
        refused(() -> projects.get(OTHER, shop.id()), "project-unknown");
        refused(() -> projects.change(OTHER, shop.id(), new Projects.Change("mine", "eve", SETTINGS)), "project-unknown");
        refused(() -> projects.remove(OTHER, shop.id()), "project-unknown");
        assertThat(projects.get(ACME, shop.id())).isEqualTo(shop);
        assertThat(projects.register(OTHER, new NewProject("shop", Path.of("/projects/other"), "eve", SETTINGS)).name()).isEqualTo("shop");
    }

    @Test
    void aFolderBelongsToOneOrganisationWithAllThatIsAboveAndBelow() {
        projects.register(ACME, new NewProject("shop", Path.of("/projects/shop"), "anna", SETTINGS));
        for (String touching : List.of("/projects/shop", "/projects/shop/src", "/projects", "/")) {
            assertThat(owners.reachable(OTHER, Path.of(touching))).as(touching).isFalse();
            assertThat(owners.reachable(ACME, Path.of(touching))).as(touching).isTrue();
            refused(() -> projects.register(OTHER, new NewProject("x", Path.of(touching), "eve", SETTINGS)), "project-folder-taken");
            refused(() -> projects.claim(OTHER, Path.of(touching), "eve"), "project-folder-taken");
        }
        for (String beside : List.of("/projects/shop-2", "/projects/sho", "/projects2/shop", "/projects/%")) {
            assertThat(owners.reachable(OTHER, Path.of(beside))).as(beside).isTrue();
        }
        projects.register(ACME, new NewProject("part", Path.of("/projects/shop/part"), "anna", SETTINGS));
        assertThat(projects.holding(ACME, Path.of("/projects/shop/part/src")).orElseThrow().name()).isEqualTo("part");
        assertThat(projects.holding(ACME, Path.of("/projects/shop/else")).orElseThrow().name()).isEqualTo("shop");
    }

    @Test
    void namesAndFoldersAreTakenOnce() {
        projects.register(ACME, new NewProject("shop", Path.of("/projects/shop"), "anna", SETTINGS));
        Project desk = projects.register(ACME, new NewProject("desk", Path.of("/projects/desk"), "anna", SETTINGS));
        refused(() -> projects.register(ACME, new NewProject("shop", Path.of("/projects/new"), "anna", SETTINGS)), "project-exists");
        refused(() -> projects.register(ACME, new NewProject("new", Path.of("/projects/shop"), "anna", SETTINGS)), "project-exists");
        refused(() -> projects.change(ACME, desk.id(), new Projects.Change("shop", "anna", SETTINGS)), "project-exists");
        refused(() -> projects.register(ACME, new NewProject("../etc", Path.of("/projects/new"), "anna", SETTINGS)), "project-name-invalid");
        refused(() -> projects.register(new TenantId("nobody"), new NewProject("new", Path.of("/projects/new"), "anna", SETTINGS)), "organisation-unknown");
    }

    @Test
    void whatIsWorkedOnIsClaimedOnceUnderAFreeName() {
        Project first = projects.claim(ACME, Path.of("/projects/a/shop"), "anna");
        assertThat(projects.claim(ACME, Path.of("/projects/a/shop/part"), "ben")).isEqualTo(first);
        assertThat(projects.claim(ACME, Path.of("/projects/b/shop"), "anna").name()).isEqualTo("shop-2");
        assertThat(projects.claim(ACME, Path.of("/projects/.hidden"), "anna").name()).isEqualTo("hidden");
        assertThat(first).extracting(Project::name, Project::owner).containsExactly("shop", "anna");
    }

    @Test
    void ofTwoThatClaimTheSameAtOnceOneGetsIt() throws Exception {
        for (int round = 0; round < 5; round++) {
            Path whole = Path.of("/projects/round" + round);
            List<Callable<Boolean>> claims = new ArrayList<>();
            for (TenantId tenant : List.of(ACME, OTHER)) {
                claims.add(() -> claimed(tenant, tenant.equals(ACME) ? whole : whole.resolve("part")));
            }
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                int got = 0;
                for (Future<Boolean> one : both.invokeAll(claims)) {
                    got += one.get() ? 1 : 0;
                }
                assertThat(got).as("organisations that got folders within each other").isEqualTo(1);
            }
        }
    }

    @Test
    void aForgottenProjectTakesItsGrantsAlong() {
        Account anna = context.getBean(Accounts.class).addServiceAccount(ACME, "bot", Set.of(AccessRole.VIEWER));
        Project shop = projects.register(ACME, new NewProject("shop", Path.of("/projects/shop"), anna.id(), SETTINGS));
        ProjectGrants grants = context.getBean(ProjectGrants.class);
        grants.grant(ACME, new ProjectGrants.Grant(shop.id(), anna.id(), AccessRole.DEVELOPER));
        projects.remove(ACME, shop.id());
        assertThat(grants.of(ACME, shop.id())).isEmpty();
    }

    private boolean claimed(TenantId tenant, Path place) {
        try {
            projects.claim(tenant, place, "somebody");
            return true;
        } catch (AgentException taken) {
            assertThat(taken.code()).isEqualTo("project-folder-taken");
            return false;
        }
    }

    private static void refused(Runnable call, String code) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo(code));
    }
}
