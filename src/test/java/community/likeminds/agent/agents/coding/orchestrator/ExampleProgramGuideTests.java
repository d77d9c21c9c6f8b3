package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs of guides that show more than the set-up: routes of an example, a second way, an app of their own. */
class ExampleProgramGuideTests {

    private static final String FLASK = """
            # Beacon for Flask

            ## Install

            ```bash
            pip install beacon-flask
            ```

            ## Usage

            In the simplest case, give it your application:

            ```python
            from flask import Flask
            from beacon_flask import Beacon

            app = Flask(__name__)
            Beacon(app)

            @app.route("/")
            def hello():
                return "Hello, beacon!"

            if __name__ == "__main__":
                app.run(debug=True)
            ```

            ### For some paths

            ```python
            app = Flask(__name__)
            beacon = Beacon(app, paths=["/api"])
            ```
            """;

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private Workbench flask(String app) {
        return new Workbench(new SampleProject(folder).with("requirements.txt", "flask==3.0.3\n").with("app.py", app), data).page("flask.md", FLASK);
    }

    @Test
    void routesOfAnExampleAreNotTheProjects() {
        Workbench bench = flask("from flask import Flask\n\napp = Flask(__name__)\n\n\n@app.get(\"/clubs\")\ndef clubs():\n    return []\n");
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Beacon.");
        assertThat(bench.project.text("app.py")).isEqualTo("from beacon_flask import Beacon\nfrom flask import Flask\n\napp = Flask(__name__)\nBeacon(app)\n\n\n@app.get(\"/clubs\")\ndef clubs():\n    return []\n");
        assertThat(Workbench.steps(report, "manual")).singleElement().satisfies(step -> assertThat(step.detail()).contains("`Beacon(app)`", "other arguments"));
    }

    @Test
    void whatAProjectCallsAlreadyIsNotCalledAgain() {
        Workbench bench = flask("from beacon_flask import Beacon\nfrom flask import Flask\n\napp = Flask(__name__)\nBeacon(app, paths=[\"/clubs\"])  # ours\n");
        IntegrationReport report = bench.integrate("Set up Beacon.");
        assertThat(bench.project.text("app.py")).isEqualTo("from beacon_flask import Beacon\nfrom flask import Flask\n\napp = Flask(__name__)\nBeacon(app, paths=[\"/clubs\"])  # ours\n");
        assertThat(report.status()).isEqualTo(IntegrationReport.PARTIAL);
    }

    @Test
    void howAnExamplesRoutesUseThePackageIsLeftToThePerson() {
        Workbench bench = new Workbench(new SampleProject(folder).with("requirements.txt", "fastapi==0.115.0\n")
                .with("main.py", "from fastapi import FastAPI\n\napi = FastAPI()\n"), data).page("fastapi.md", """
                        # Beacon for FastAPI

                        ## Install

                        ```bash
                        pip install beacon-fastapi
                        ```

                        ## Usage

                        ```python
                        import beacon_fastapi
                        from fastapi import FastAPI

                        app = FastAPI()
                        beacon_fastapi.instrument(app)


                        @app.get("/hello")
                        async def hello(name: str):
                            beacon_fastapi.count("hello")
                            return {"message": f"hello {name}"}
                        ```
                        """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Beacon.");
        assertThat(bench.project.text("main.py")).contains("import beacon_fastapi\n", "api = FastAPI()\nbeacon_fastapi.instrument(api)\n").doesNotContain("hello");
        assertThat(Workbench.steps(report, "manual")).singleElement().satisfies(step -> assertThat(step.detail()).contains("your own handlers"));
    }

    @Test
    void anAppIsWrappedInWhatTheGuideWrapsItsOwnIn() {
        Workbench bench = new Workbench(new SampleProject(folder)
                .with("pubspec.yaml", "name: clubs\n\nenvironment:\n  sdk: \">=3.4.0 <4.0.0\"\n\ndependencies:\n  flutter:\n    sdk: flutter\n")
                .with("lib/main.dart", "import 'package:flutter/material.dart';\n\nvoid main() {\n  // begin\n  runApp(const ClubsApp());\n}\n"), data)
                .page("flutter.md", """
                        # Beacon for Flutter

                        ## Install

                        ```shell
                        flutter pub add beacon_flutter
                        ```

                        ## Set up

                        ```dart
                        import 'package:flutter/material.dart';
                        import 'package:beacon_flutter/beacon_flutter.dart';

                        void main() {
                          runApp(
                            // Everything within can signal
                            const BeaconScope(
                              child: MyApp(),
                            ),
                          );
                        }
                        ```
                        """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Add Beacon to this app.");
        assertThat(bench.project.text("lib/main.dart")).isEqualTo("import 'package:beacon_flutter/beacon_flutter.dart';\nimport 'package:flutter/material.dart';\n\n"
                + "void main() {\n  // begin\n  runApp(\n    // Everything within can signal\n    const BeaconScope(\n      child: ClubsApp(),\n    ),\n  );\n}\n");
        assertThat(Workbench.steps(report, "manual")).isEmpty();
    }

    @Test
    void djangosSettingsAreItsNamesInCapitals() {
        Workbench bench = new Workbench(new SampleProject(folder).with("requirements.txt", "Django~=5.2\n").with("manage.py", "import django\n")
                .with("clubs/settings.py", "DEBUG = True\n\nINSTALLED_APPS = [\n    \"members\",\n]\n\nROOT_URLCONF = \"clubs.urls\"\n")
                .with("clubs/urls.py", "urlpatterns = []\n"), data)
                .page("django.md", """
                        # Beacon for Django

                        ## Install

                        ```bash
                        pip install django-beacon
                        ```

                        ## Configure

                        ```python
                        INSTALLED_APPS = [
                            # ...
                            "beacon",
                            # ...
                        ]
                        ```

                        ```python
                        BEACON_HOSTS = [
                            # ...
                            "127.0.0.1",
                            # ...
                        ]
                        ```
                        """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Beacon.");
        assertThat(Workbench.steps(report, "manual")).isEmpty();
        assertThat(bench.project.text("clubs/settings.py")).contains("    \"members\",\n    \"beacon\",\n]\n").contains("BEACON_HOSTS = [\n    \"127.0.0.1\",\n]\n");
    }

    @Test
    void anImportThatAnotherStepBringsIsNoStepOfItsOwn() {
        Workbench bench = new Workbench(new SampleProject(folder).with("go.mod", "module example.com/clubs\n\ngo 1.24\n\nrequire github.com/gin-gonic/gin v1.10.0\n")
                .with("main.go", "package main\n\nimport \"github.com/gin-gonic/gin\"\n\nfunc main() {\n\tr := gin.Default()\n\tr.Run()\n}\n"), data)
                .page("go.md", """
                        # Beacon for gin

                        ## Usage

                        ```sh
                        go get github.com/beacon/gin-beacon
                        ```

                        Import it in your code:

                        ```go
                        import "github.com/beacon/gin-beacon"
                        ```

                        ### Start

                        ```go
                        package main

                        import (
                          beacon "github.com/beacon/gin-beacon"
                          "github.com/gin-gonic/gin"
                        )

                        func main() {
                          router := gin.Default()
                          router.Use(beacon.Default())
                          router.Run()
                        }
                        ```
                        """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Beacon.");
        assertThat(bench.project.text("main.go")).contains("\tr := gin.Default()\n\tr.Use(beacon.Default())\n");
        assertThat(Workbench.steps(report, "manual")).singleElement().satisfies(step -> assertThat(step.detail()).contains("go get"));
    }

    @Test
    void anArtifactWithoutAVersionHasTheVariableOfItsGroup() {
        Workbench bench = new Workbench(new SampleProject(folder)
                .with("build.gradle", "plugins {\n    id 'java'\n}\n\ndependencies {\n    implementation \"io.beacon:beacon-core:$beaconVersion\" // ours\n}\n").with("gradle.properties", "beaconVersion=3.2.0\n")
                .with("src/main/java/com/acme/Tool.java", "package com.acme;\n\npublic class Tool {}\n"), data)
                .page("cors.md", "# Cross-origin requests\n\n## Add dependencies\n\n```groovy\nimplementation \"io.beacon:beacon-cors:$beacon_version\"\n```\n");
        bench.integrateTwiceAndUndo("Allow cross-origin requests.");
        assertThat(bench.project.text("build.gradle"))
                .contains("    implementation \"io.beacon:beacon-core:$beaconVersion\" // ours\n    implementation \"io.beacon:beacon-cors:$beaconVersion\"\n");
    }

    @Test
    void whatTheSentenceGivesToAnotherFileIsNotPutIntoTheOneBefore() {
        Workbench bench = new Workbench(new SampleProject(folder).with("Gemfile", "source \"https://rubygems.org\"\n\ngem \"rails\", \"~> 8.0\"\n").with("config.ru", "run Rails.application\n")
                .with("config/application.rb", "module Clubs\n  class Application < Rails::Application\n    config.load_defaults 8.0\n  end\nend\n"), data)
                .page("rack.md", """
                        # Beacon for Rack

                        ## Installation

                        ```ruby
                        gem 'beacon-rack'
                        ```

                        ## Configuration

                        ### Rails Configuration

                        ```ruby
                        # config/initializers/beacon.rb

                        Rails.application.config.middleware.insert_before 0, Beacon::Rack do
                          everywhere
                        end
                        ```

                        ### Rack Configuration

                        NOTE: With Rails, `config/initializers/beacon.rb` is enough.

                        In `config.ru`, configure `Beacon::Rack` with a block:

                        ```ruby
                        use Beacon::Rack do
                          everywhere
                        end
                        ```
                        """);
        bench.integrateTwiceAndUndo("Set up Beacon.");
        assertThat(bench.project.text("config/initializers/beacon.rb")).isEqualTo("Rails.application.config.middleware.insert_before 0, Beacon::Rack do\n  everywhere\nend\n");
        assertThat(bench.project.text("config.ru")).isEqualTo("run Rails.application\n");
    }
}
