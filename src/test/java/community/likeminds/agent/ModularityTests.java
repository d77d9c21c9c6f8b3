package community.likeminds.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Packages are modules are roles, at whatever depth they stand. */
class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(Application.class);

    @Test
    void modulesKeepTheirBoundaries() {
        modules.verify();
    }

    @Test
    void annotatedPackagesAreModulesAtTwoDepths() {
        assertThat(modules.stream()
                        .map(module -> module.getIdentifier().toString())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "shared",
                        "gateway",
                        "cli",
                        "agents.documentation",
                        "agents.coding",
                        "processors.docs",
                        "processors.code",
                        "vector.core",
                        "vector.docs",
                        "vector.code",
                        "vector.analytics",
                        "infrastructure.auth",
                        "infrastructure.messaging",
                        "infrastructure.observability",
                        "infrastructure.secrets",
                        "infrastructure.remote",
                        "infrastructure.storage",
                        "infrastructure.web",
                        "registry",
                        "project.analysis",
                        "project.environment",
                        "project.output");
    }

    @Test
    void theirDocumentationIsWritten() {
        // Two modules are called "docs" and two "code" by their last package, hence the whole identifier.
        new Documenter(modules)
                .writeModulesAsPlantUml(Documenter.DiagramOptions.defaults()
                        .withDefaultDisplayName(module -> module.getIdentifier().toString()))
                .writeModuleCanvases();
        assertThat(Path.of("target/spring-modulith-docs/components.puml"))
                .content()
                .contains("agents.documentation", "processors.docs", "vector.docs");
    }
}
