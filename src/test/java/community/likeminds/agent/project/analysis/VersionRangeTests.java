package community.likeminds.agent.project.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTests {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "^1.2.3; 1.9.0; true", "^1.2.3; 1.2.2; false", "^1.2.3; 2.0.0; false", "^1.2.3; 2.0.0-rc.1; false",
        "^0.2.3; 0.2.9; true", "^0.2.3; 0.3.0; false", "^0.0.3; 0.0.3; true", "^0.0.3; 0.0.4; false",
        "^0.0; 0.0.9; true", "^0; 0.9.0; true", "^0; 1.0.0; false", "^19; 19.2.0; true",
        "~1.2.3; 1.2.9; true", "~1.2.3; 1.3.0; false", "~1; 1.9.9; true", "~1; 2.0.0; false",
        "1.x; 1.5.0; true", "1.2.x; 1.3.0; false", "4; 4.9.1; true", "*; 7.0.0; true", "''; 7.0.0; true",
        ">=1.2.3 <2; 1.9.0; true", ">=1.2.3 <2; 2.0.0; false", "> 1.2; 1.3.0; true", ">1.2; 1.2.9; false",
        "<=1.2; 1.2.9; true", "<=1.2; 1.3.0; false", "1.0.0 - 2.0.0; 2.0.0; true", "1.0.0 - 2; 2.9.9; true",
        "^16.8.5 || ^17.0.0 || ^18.0.0; 19.0.0; false", "^16.8.5 || ^17.0.0; 17.0.2; true",
        "^1.0.0-beta.2; 1.0.0-beta.3; true", "^1.0.0-beta.2; 1.0.0-beta.1; false", "^1.0.0-beta.2; 1.1.0-beta.3; false",
        "*; 1.0.0-alpha; false", "1.2.3; 1.2.3; true", "=1.2.3; 1.2.4; false", "v1.2.3; 1.2.3; true"
    })
    void acceptsWhatNpmAccepts(String range, String version, boolean accepted) {
        assertThat(VersionRange.parse(range).orElseThrow().accepts(Version.parse(version).orElseThrow()))
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "workspace:*", "file:../x", "git+ssh://a/b", "npm:other@1", "https://a/b.tgz", "user/repo"})
    void whatIsNoRangeIsNotOne(String text) {
        assertThat(VersionRange.parse(text)).isEmpty();
    }

    @Test
    void versionsAreOrderedAsTheSpecificationOrdersThem() {
        List<String> ordered = List.of("1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2",
                "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.10", "1.2.0", "10.0.0");
        Stream<String> sorted = ordered.reversed().stream().map(text -> Version.parse(text).orElseThrow()).sorted()
                .map(Version::toString);
        assertThat(sorted).containsExactlyElementsOf(ordered);
    }
}
