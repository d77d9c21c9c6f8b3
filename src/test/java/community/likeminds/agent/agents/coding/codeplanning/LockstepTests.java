package community.likeminds.agent.agents.coding.codeplanning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions of packages that belong to a project's framework. */
class LockstepTests {

    @ParameterizedTest
    @CsvSource({
        "@angular/animations,@angular/core,^20.3.0,^20.0.0",
        "@angular/fire,@angular/core,~20.1.2,^20.0.0",
        "react-dom,react,^18.2.0,^18.2.0",
        "react-is,react,19.2.0,19.2.0",
        "@react-router/node,react-router,^7.9.2,^7.9.2",
        "eslint-config-next,next,16.0.1,16.0.1",
        "@nestjs/platform-fastify,@nestjs/core,^10.0.0,^10.0.0"
    })
    void aPackageOfTheFrameworkIsOfItsVersion(String name, String leader, String declared, String range) {
        assertThat(Lockstep.of(name, Map.of(leader, declared))).isEqualTo(new Lockstep.Version(leader, range));
    }

    @ParameterizedTest
    @CsvSource({
        "@nestjs/swagger,@nestjs/core,^10.0.0",
        "@angular/core,@angular/core,^20.0.0",
        "react-hook-form,react,^18.2.0",
        "react-dom,react,workspace:*",
        "react-dom,react,>=18 <20",
        "react-dom,react,latest",
        "react-dom,preact,^10.0.0"
    })
    void othersAreNot(String name, String leader, String declared) {
        assertThat(Lockstep.of(name, Map.of(leader, declared)).range()).isEmpty();
    }

    @Test
    void withoutDependenciesThereIsNone() {
        assertThat(Lockstep.of("react-dom", Map.of()).leader()).isEmpty();
    }
}
