package community.likeminds.agent.infrastructure.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedFoldersTests {

    private static final TenantId OTHER = new TenantId("other");

    @TempDir
    Path root;

    private Path inside;
    private Path outside;
    private AllowedFolders folders;

    @BeforeEach
    void folders() throws IOException {
        root = root.toRealPath();
        inside = Files.createDirectories(root.resolve("work/app"));
        outside = Files.createDirectories(root.resolve("work-of-others/app"));
        folders = new AllowedFolders(
                List.of(root.resolve("work")), Map.of(OTHER, List.of(root.resolve("work/of-other"))), new FolderOwners() {
                    @Override
                    public boolean reachable(TenantId tenant, Path folder) {
                        return tenant.equals(OTHER) || !folder.startsWith(inside.resolve("taken"));
                    }

                    @Override
                    public boolean registered(TenantId tenant, Path folder) {
                        return tenant.equals(OTHER) && Stream.of(inside.resolve("registered"), inside.resolve("taken"), outside).anyMatch(folder::startsWith);
                    }
                });
    }

    @Test
    void aProjectBelowIsAllowed() {
        assertThat(folders.project(TenantId.DEFAULT, inside.toString())).isEqualTo(inside);
    }

    @Test
    void aFileThatIsToBeMadeIsAllowedBelowOnly() throws IOException {
        assertThat(folders.file(TenantId.DEFAULT, inside + "/new.zip")).isEqualTo(inside.resolve("new.zip"));
        assertCode("folder-not-allowed", () -> folders.file(TenantId.DEFAULT, outside + "/new.zip"));
        assertCode("folder-not-allowed", () -> folders.file(TenantId.DEFAULT, inside + "/../../work-of-others/new.zip"));
        assertCode("file-not-found", () -> folders.file(TenantId.DEFAULT, inside + "/absent/new.zip"));
        Path there = Files.writeString(inside.resolve("there.zip"), "");
        assertThat(folders.file(TenantId.DEFAULT, there.toString())).isEqualTo(there);
        Path hanging = Files.createSymbolicLink(inside.resolve("hanging.zip"), outside.resolve("made-later.zip"));
        assertCode("file-not-found", () -> folders.file(TenantId.DEFAULT, hanging.toString()));
        Files.createDirectories(inside.resolve("taken"));
        assertCode("folder-not-allowed", () -> folders.file(TenantId.DEFAULT, inside + "/taken/new.zip"));
    }

    @Test
    void aProjectBesideIsNot() {
        assertCode("folder-not-allowed", () -> folders.project(TenantId.DEFAULT, outside.toString()));
        assertCode("folder-not-allowed", () -> folders.project(TenantId.DEFAULT, inside + "/../../work-of-others/app"));
    }

    @Test
    void whatAnotherOrganisationHasIsRefusedAsIfItWereOutside() throws IOException {
        Path taken = Files.createDirectories(inside.resolve("taken/part"));
        assertCode("folder-not-allowed", () -> folders.project(TenantId.DEFAULT, taken.toString()));
        assertCode("folder-not-allowed", () -> folders.source(TenantId.DEFAULT, taken + "#main"));
        assertThat(folders.project(OTHER, taken.toString())).isEqualTo(taken);
    }

    @Test
    void whatNobodyHasIsTheDefaultOrganisations() {
        assertCode("folder-not-allowed", () -> folders.project(OTHER, inside.toString()));
        assertCode("folder-not-allowed", () -> folders.source(OTHER, inside + "#docs"));
        assertThat(folders.project(TenantId.DEFAULT, inside.toString())).isEqualTo(inside);
    }

    @Test
    void anotherOrganisationHasItsOwnFoldersAndWhatWasRegisteredForIt() throws IOException {
        Path own = Files.createDirectories(root.resolve("work/of-other/app"));
        assertThat(folders.project(OTHER, own.toString())).isEqualTo(own);
        assertThat(folders.project(OTHER, own.getParent().toString())).isEqualTo(own.getParent());
        for (Path foreign : List.of(own, own.getParent(), own.getParent().getParent())) {
            assertCode("folder-not-allowed", () -> folders.project(TenantId.DEFAULT, foreign.toString()));
        }
        Path registered = Files.createDirectories(inside.resolve("registered/part"));
        assertThat(folders.project(OTHER, registered.toString())).isEqualTo(registered);
        assertCode("folder-not-allowed", () -> folders.project(OTHER, outside.toString()));
    }

    @Test
    void aLinkThatLeavesIsNot() throws IOException {
        Path link = Files.createSymbolicLink(inside.resolve("link"), outside);
        assertCode("folder-not-allowed", () -> folders.project(TenantId.DEFAULT, link.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no/such/folder", "", "a\0b"})
    void whatDoesNotExistIsNotFoundOrNotAllowed(String path) {
        assertThatThrownBy(() -> folders.project(TenantId.DEFAULT, path)).isInstanceOf(AgentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"npm:some-sdk@1.0.0", "https://example.org/sdk.git#main:docs", "git@example.org:sdk.git"})
    void remoteSourcesStayAsTheyAre(String location) {
        assertThat(folders.source(TenantId.DEFAULT, location)).isEqualTo(location);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NPM:x", "Maven:x", "GIT+https:", "SSH:", "git@x", "Git@x:y", "ssh://#", "ssh://a b", "ssh:// ", "https://a b"})
    void whatOnlyLooksRemoteLeadsNowhere(String beginning) {
        assertCode("source-not-found", () -> folders.source(TenantId.DEFAULT, beginning + "/..".repeat(40) + outside));
    }

    @Test
    void localSourcesAreCheckedAndKeepTheirFragment() {
        assertThat(folders.source(TenantId.DEFAULT, inside + "#main:docs")).isEqualTo(inside + "#main:docs");
        assertCode("folder-not-allowed", () -> folders.source(TenantId.DEFAULT, outside + "#main"));
        assertCode("source-not-found", () -> folders.source(TenantId.DEFAULT, "file://" + outside));
    }

    private static void assertCode(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(AgentException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
