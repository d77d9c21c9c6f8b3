package community.likeminds.agent.project.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.project.analysis.InstallFailure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstallFailureTests {

    @ParameterizedTest
    @ValueSource(strings = {
        "npm error code E404\nnpm error 404 Not Found - GET https://registry.example/@scope%2fchat-kit\nnpm error 404\n"
                + "npm error 404  The requested resource '@scope/chat-kit@^1.0.0' could not be found or you do not have permission to access it.",
        "npm ERR! code E404\nnpm ERR! 404 Not Found - GET https://registry.example/@scope%2fchat-kit - Not found\n"
                + "npm ERR! 404  '@scope/chat-kit@^1.0.0' is not in this registry.",
        "error Couldn't find package \"@scope/chat-kit\" on the \"npm\" registry.",
        "➤ YN0035: │ @scope/chat-kit@npm:^1.0.0: Package not found",
        " ERR_PNPM_FETCH_404  GET https://registry.example/@scope%2Fchat-kit: Not Found - 404",
        "error: GET https://registry.example/@scope%2fchat-kit - 404"
    })
    void aPackageThatDoesNotExistIsNamed(String output) {
        InstallFailure failure = InstallFailure.of(output);
        assertThat(failure.kind()).isEqualTo(Kind.NO_SUCH_PACKAGE);
        assertThat(failure.sentence()).startsWith("The package @scope/chat-kit is not in the registry");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "npm error code ETARGET\nnpm error notarget No matching version found for is-number@^99.0.0.\nnpm error notarget In most",
        "Couldn't find any versions for \"is-number\" that matches \"^99.0.0\"",
        "error: No version matching \"^99.0.0\" found for specifier \"is-number\" (but package exists)",
        " ERR_PNPM_NO_MATCHING_VERSION  No matching version found for is-number@^99.0.0"
    })
    void aVersionThatDoesNotExistIsNamed(String output) {
        InstallFailure failure = InstallFailure.of(output);
        assertThat(failure.kind()).isEqualTo(Kind.NO_SUCH_VERSION);
        assertThat(failure.sentence()).contains("No published version of is-number matches ^99.0.0;");
    }

    @Test
    void aPeerConflictSaysWhoWantsWhat() {
        InstallFailure failure = InstallFailure.of("""
                npm error code ERESOLVE
                npm error ERESOLVE unable to resolve dependency tree
                npm error
                npm error While resolving: app@1.0.0
                npm error Found: react@19.3.1
                npm error node_modules/react
                npm error   react@"^19.0.0" from the root project
                npm error
                npm error Could not resolve dependency:
                npm error peer react@"^16.8.5 || ^17.0.0" from drag-things@13.1.1
                npm error node_modules/drag-things
                """);
        assertThat(failure.kind()).isEqualTo(Kind.PEER_CONFLICT);
        assertThat(failure.sentence())
                .startsWith("drag-things@13.1.1 wants react ^16.8.5 || ^17.0.0, but the project has 19.3.1;")
                .contains("--legacy-peer-deps");
    }

    @Test
    void anArchiveThatAMirrorLacksIsNotAPackageThatDoesNotExist() {
        InstallFailure failure = InstallFailure.of("npm error code E404\n"
                + "npm error 404 Not Found - GET https://registry.example/left/-/left-2.0.1.tgz\n"
                + "npm error 404  'left@https://registry.example/left/-/left-2.0.1.tgz' is not in this registry.");
        assertThat(failure.kind()).isEqualTo(Kind.INCOMPLETE_REGISTRY);
        assertThat(failure.sentence()).contains("left").contains("left-2.0.1.tgz");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "npm error code ECONNREFUSED npm error errno ECONNREFUSED|NO_NETWORK",
        "npm error code ENOTFOUND|NO_NETWORK",
        "getaddrinfo EAI_AGAIN registry.example|NO_NETWORK",
        "npm error code E401|NO_ACCESS",
        "npm error code 1 npm error command failed|OTHER"
    })
    void otherCausesAreToldApart(String output, Kind kind) {
        assertThat(InstallFailure.of(output).kind()).isEqualTo(kind);
    }
}
