package community.likeminds.agent.agents.coding.codeplanning;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTests {

    @TempDir
    Path folder;

    private String named(String hint) {
        return new Targets(Given.project(folder), Given.files(folder)).named(hint).path();
    }

    @ParameterizedTest
    @CsvSource({
        "src/index.js, src/main.tsx",
        "index.tsx, src/main.tsx",
        "main.js, src/main.tsx",
        "src/App.js, src/App.tsx",
        "App.jsx, src/App.tsx",
        "./src/App.tsx, src/App.tsx",
        "vite.config.js, vite.config.ts",
        "src/lib/client.ts, src/lib/client.ts",
        "lib/client.js, src/lib/client.ts",
        "providers.tsx, src/providers.tsx",
        "components/Board.jsx, src/components/Board.tsx",
        "postcss.config.js, postcss.config.js",
        ".acmerc.json, .acmerc.json",
        "src/components/index.ts, src/components/index.ts"
    })
    void inAViteProject(String hint, String path) {
        SampleProject.viteReact(folder);
        assertThat(named(hint)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "src/app/layout.tsx, app/layout.tsx",
        "app/layout.js, app/layout.tsx",
        "app/page.jsx, app/page.tsx",
        "next.config.mjs, next.config.ts",
        "src/lib/client.ts, lib/client.ts",
        "app/api/chat/route.js, app/api/chat/route.ts",
        "middleware.ts, middleware.ts",
        "instrumentation-client.js, instrumentation-client.ts"
    })
    void inANextProjectWithoutASourceFolder(String hint, String path) {
        new SampleProject(folder).with("package.json", "{\"dependencies\":{\"next\":\"16.0.0\",\"react\":\"19\"}}").with("tsconfig.json", "{}")
                .with("app/layout.tsx", "").with("app/page.tsx", "").with("next.config.ts", "");
        assertThat(named(hint)).isEqualTo(path);
    }

    @Test
    void inAMonorepoBelowTheApp() {
        new SampleProject(folder).with("package.json", "{\"workspaces\":[\"apps/*\"]}");
        SampleProject.viteReact(folder.resolve("apps/web"));
        assertThat(named("src/index.js")).isEqualTo("apps/web/src/main.tsx");
        assertThat(named("src/acme.js")).isEqualTo("apps/web/src/acme.ts");
        assertThat(named("apps/web/src/acme.ts")).isEqualTo("apps/web/src/acme.ts");
    }

    @Test
    void aServersAppFileIsNoRootComponent() {
        new SampleProject(folder).with("package.json", "{\"dependencies\":{\"express\":\"5\"}}")
                .with("src/http.js", "const express = require('express')\nconst app = express()\n");
        assertThat(named("app.js")).isEqualTo("src/http.js");
        assertThat(named("server.ts")).isEqualTo("src/http.js");
    }
}
