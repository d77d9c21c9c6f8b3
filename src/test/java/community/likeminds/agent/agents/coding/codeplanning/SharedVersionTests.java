package community.likeminds.agent.agents.coding.codeplanning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedVersionTests {

    @Test
    void theVariableOfAGroupIsThatOfItsOtherArtifacts() {
        String build = "dependencies {\n    implementation(\"io.beacon:beacon-core:$beacon_version\")\n    implementation('io.beacon:beacon-web:$beacon_version')\n    implementation(\"a:b:1\")\n}\n";
        assertThat(SharedVersion.of("io.beacon:beacon-cors", build)).isEqualTo("$beacon_version");
        assertThat(SharedVersion.of("a:c", build)).isEmpty();
        assertThat(SharedVersion.of("org.other:beacon-cors", build)).isEmpty();
    }

    @Test
    void differentVersionsAndVariablesOfAnotherNameSayNothing() {
        assertThat(SharedVersion.of("io.beacon:beacon-cors", "\"io.beacon:beacon-core:$beacon_version\"\n\"io.beacon:beacon-web:1.0\"")).isEmpty();
        assertThat(SharedVersion.of("org.lib:lib-json", "\"org.lib:lib-async:$async_version\"")).isEmpty();
        assertThat(SharedVersion.of("io.beacon:beacon-cors", "")).isEmpty();
    }

    @Test
    void aPropertyOfAPomIsReadAsItStands() {
        String pom = "<project><dependencies><dependency>\n<groupId>com.acme.beacon3</groupId>\n<artifactId>core</artifactId>\n<version>${beacon.version}</version></dependency></dependencies></project>";
        assertThat(SharedVersion.of("com.acme.beacon3:web", pom)).isEqualTo("${beacon.version}");
    }
}
