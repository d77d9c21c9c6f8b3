package community.likeminds.agent.agents.coding.requirementanalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectInspectorTests {

    @TempDir
    Path folder;

    private void file(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private ProjectProfile inspect(String request) {
        return new ProjectInspector().inspect(folder, request);
    }

    @Test
    void findsTheEntryThatThePageLoadsWhateverItsName() throws IOException {
        file("package.json", "{\"dependencies\":{\"react\":\"^19.0.0\"},\"devDependencies\":{\"vite\":\"^7\",\"typescript\":\"~5\"}}");
        file("index.html", "<script type=\"module\" src=\"/src/boot.tsx\"></script>");
        file("src/boot.tsx", "import { createRoot } from 'react-dom/client'\nimport { App } from './Shell'\n");
        file("src/Shell.tsx", "export function App() { return null }\n");
        file("yarn.lock", "");
        ProjectProfile profile = inspect("");
        assertThat(profile.framework()).isEqualTo("vite-react");
        assertThat(profile.roles()).containsEntry("entry", "src/boot.tsx").containsEntry("root-component", "src/Shell.tsx");
        assertThat(profile.packageManager()).isEqualTo("yarn");
        assertThat(profile.envPrefix()).isEqualTo("VITE_");
        assertThat(profile.platforms()).startsWith("react");
        assertThat(profile.git()).isEqualTo(ProjectProfile.GitState.NONE);
    }

    @Test
    void findsTheFileThatMakesTheServer() throws IOException {
        file("package.json", "{\"type\":\"module\",\"dependencies\":{\"express\":\"^5\"}}");
        file("src/start.js", "import { make } from './http.js'\nmake().listen(1)\n");
        file("src/http.js", "import express from 'express'\nexport const make = () => {\n  const app = express()\n  return app\n}\n");
        assertThat(inspect("").roles()).containsEntry("server", "src/http.js");
        assertThat(inspect("").framework()).isEqualTo("express");
    }

    @Test
    void choosesTheWorkspaceThatTheRequestNames() throws IOException {
        file("package.json", "{\"workspaces\":[\"apps/*\"]}");
        file("apps/api/package.json", "{\"dependencies\":{\"express\":\"^5\"}}");
        file("apps/web/package.json", "{\"dependencies\":{\"vite\":\"^7\"}}");
        assertThat(inspect("In the api app (not the web app), send mail.").app()).isEqualTo("apps/api");
        assertThatThrownBy(() -> inspect("Send mail."))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("workspace-unclear"));
    }

    @Test
    void knowsSpringBoot() throws IOException {
        file("pom.xml", "<project><parent><groupId>org.springframework.boot</groupId></parent><dependencies>"
                + "<dependency><groupId>a.b</groupId><artifactId>c</artifactId><version>1</version></dependency></dependencies></project>");
        file("src/main/java/x/App.java", "@SpringBootApplication class App {}");
        file("src/main/resources/application.yml", "a: b\n");
        ProjectProfile profile = inspect("");
        assertThat(profile.framework()).isEqualTo("spring-boot");
        assertThat(profile.dependencies()).containsEntry("a.b:c", "1");
        assertThat(profile.roles()).containsEntry("application-config", "src/main/resources/application.yml")
                .containsEntry("main-class", "src/main/java/x/App.java");
    }

    @Test
    void readsTheLibrariesOfAVersionCatalogThatTheBuildUses() throws IOException {
        file("build.gradle.kts", "dependencies {\n    implementation(libs.acme.sdk)\n}\n");
        file("gradle/libs.versions.toml", "[libraries]\nacme-sdk = { module = \"com.acme:acme-sdk\", version.ref = \"acme\" }\n"
                + "other = \"com.acme:other:1.0\"\n");
        assertThat(inspect("").dependencies()).containsKey("com.acme:acme-sdk").doesNotContainKey("com.acme:other");
    }

    @Test
    void refusesWhatIsNoProject() throws IOException {
        assertCode("project-not-found", folder.resolve("nowhere"));
        file("notes.txt", "hello");
        assertCode("project-not-a-folder", folder.resolve("notes.txt"));
        assertCode("project-unknown", folder);
        file("package.json", "{ broken");
        assertCode("manifest-broken", folder);
    }

    @Test
    void aPageWithoutAnyManifestIsAStaticSite() throws IOException {
        file("index.html", "<html><head></head><body><script src=\"./js/site.js\"></script></body></html>");
        file("js/site.js", "");
        ProjectProfile profile = inspect("");
        assertThat(profile.framework()).isEqualTo("static");
        assertThat(profile.manifest()).isEmpty();
        assertThat(profile.platforms()).startsWith("html");
        assertThat(profile.roles()).containsEntry("html", "index.html").containsEntry("entry", "js/site.js");
    }

    @Test
    void aPageThatSomethingUnknownMakesIsNone() throws IOException {
        file("index.html", "---\nlayout: home\n---\n<p>Hello</p>");
        assertCode("project-unknown", folder);
        file("index.html", "<html><head></head><body></body></html>");
        file("Shop.csproj", "<Project/>");
        assertCode("project-unknown", folder);
        Files.delete(folder.resolve("Shop.csproj"));
        file("web/package.json", "{}");
        assertCode("project-below", folder);
    }

    private static void assertCode(String code, Path project) {
        assertThatThrownBy(() -> new ProjectInspector().inspect(project, ""))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo(code));
    }
}
