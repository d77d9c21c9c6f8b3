package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guides for platforms that are built by tools of their own. */
class PlatformGuideTests {

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private static final String PYTHON = """
            # Beacon for Python

            ## Installation

            ```bash
            pip install beacon-sdk
            ```

            ## Set up Flask

            ```python
            import beacon_sdk
            from flask import Flask

            beacon_sdk.init(dsn="YOUR_BEACON_DSN")

            app = Flask(__name__)
            ```

            ## Set up Django

            Add Beacon to your `settings.py`:

            ```python
            INSTALLED_APPS = [
                "beacon_sdk.django",
            ]
            ```
            """;

    private static final String ANDROID = """
            # Beacon for Android

            ## Installation

            Add the dependency to your app level `build.gradle`:

            ```groovy
            dependencies {
                implementation 'com.beacon:beacon-android:2.4.0'
            }
            ```

            ## Permissions

            ```xml
            <manifest xmlns:android="http://schemas.android.com/apk/res/android">
                <uses-permission android:name="android.permission.ACCESS_NETWORK_STATE" />
            </manifest>
            ```

            ## Set up

            Initialise Beacon in `onCreate()` of your Application class:

            ```kotlin
            import com.beacon.android.Beacon

            class MyApplication : Application() {
                override fun onCreate() {
                    super.onCreate()
                    Beacon.start(this)
                }
            }
            ```

            Then, in `onCreate()` of the Application class, choose the level:

            ```kotlin
            Beacon.level = Beacon.Level.WARNING
            ```

            Sign the user in within your Application class:

            ```kotlin
            Beacon.signIn(token = sessionToken)
            ```
            """;

    private Workbench flask() {
        return new Workbench(new SampleProject(folder).with("requirements.txt", "flask==3.0.3\n")
                .with("app.py", "from flask import Flask\n\napp = Flask(__name__)\n\n\n@app.get(\"/\")\ndef home():\n    return \"ok\"\n"), data).page("python.md", PYTHON);
    }

    @Test
    void aPythonServerReadsItsKeyFromTheEnvironment() {
        Workbench bench = flask();
        bench.integrateTwiceAndUndo("Add Beacon. The DSN is in BEACON_DSN.");
        assertThat(bench.project.text("requirements.txt")).isEqualTo("flask==3.0.3\nbeacon-sdk\n");
        assertThat(bench.project.text("app.py")).contains("import beacon_sdk\n", "import os\n", "beacon_sdk.init(dsn=os.environ[\"BEACON_DSN\"])\n").containsOnlyOnce("Flask(__name__)")
                .doesNotContain("YOUR_BEACON_DSN", "INSTALLED_APPS");
    }

    @Test
    void whatReadsTheEnvironmentItselfIsLeftAsItIsAndAnAppKeepsItsArguments() {
        Workbench bench = new Workbench(new SampleProject(folder).with("requirements.txt", "fastapi==0.115.0\n")
                .with("main.py", "from fastapi import FastAPI\n\napp = FastAPI(title=\"Clubs\", docs_url=None)\n\n\n@app.get(\"/\")\ndef home():\n    return {}\n"), data)
                .page("python.md", """
                        # Beacon for FastAPI

                        ## Install

                        ```bash
                        pip install "beacon-sdk[fastapi]>=2,<3"
                        ```

                        ## Set up

                        ```python title="main.py"
                        import os

                        from beacon_sdk import BeaconMiddleware
                        from fastapi import FastAPI

                        app = FastAPI()
                        app.add_middleware(BeaconMiddleware, api_key=os.environ["BEACON_API_KEY"])
                        ```
                        """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Add Beacon.");
        assertThat(bench.project.text("main.py")).contains("app = FastAPI(title=\"Clubs\", docs_url=None)\n", "api_key=os.environ[\"BEACON_API_KEY\"])\n")
                .containsOnlyOnce("FastAPI(").containsOnlyOnce("os.environ");
        assertThat(bench.project.text("requirements.txt")).isEqualTo("fastapi==0.115.0\nbeacon-sdk[fastapi]>=2,<3\n");
        assertThat(report.openPoints()).filteredOn(said -> said.contains("BEACON_API_KEY")).hasSize(1);
    }

    @Test
    void djangoIsConfiguredInItsSettings() {
        Workbench bench = new Workbench(new SampleProject(folder).with("requirements.txt", "Django==5.1.4\n").with("manage.py", "import django\n")
                .with("clubs/__init__.py", "").with("clubs/urls.py", "urlpatterns = []\n")
                .with("clubs/settings.py", "ROOT_URLCONF = \"clubs.urls\"\nINSTALLED_APPS = [\n    \"members\",\n]\n"), data).page("python.md", PYTHON);
        bench.integrateTwiceAndUndo("Add Beacon.");
        assertThat(bench.project.text("clubs/settings.py")).contains("INSTALLED_APPS = [\n    \"members\",\n    \"beacon_sdk.django\",\n]\n").doesNotContain("Flask");
        assertThat(bench.project.text("manage.py")).isEqualTo("import django\n");
    }

    @Test
    void anAndroidAppIsExtendedWhereItStartsAndNothingIsGuessed() {
        Workbench bench = new Workbench(new SampleProject(folder)
                .with("settings.gradle.kts", "include(\":app\")\n").with("build.gradle.kts", "plugins {\n    id(\"com.android.application\") version \"8.7.3\" apply false\n}\n")
                .with("app/build.gradle.kts", "plugins {\n    id(\"com.android.application\")\n}\n\ndependencies {\n    implementation(\"androidx.core:core-ktx:1.15.0\")\n}\n")
                .with("app/src/main/AndroidManifest.xml", "<manifest xmlns:android=\"http://schemas.android.com/apk/res/android\">\n    <application android:name=\".ClubsApplication\">\n"
                        + "        <activity android:name=\".MainActivity\" />\n    </application>\n</manifest>\n")
                .with("app/src/main/java/com/acme/ClubsApplication.kt", "package com.acme\n\nimport android.app.Application\n\nclass ClubsApplication : Application() {\n"
                        + "    override fun onCreate() {\n        super.onCreate()\n        println(\"started\")\n    }\n}\n"), data).page("android/beacon.md", ANDROID);
        IntegrationReport report = bench.integrateTwiceAndUndo("Add Beacon to this app.");
        assertThat(bench.project.text("app/build.gradle.kts")).contains("    implementation(\"com.beacon:beacon-android:2.4.0\")\n");
        assertThat(bench.project.text("app/src/main/AndroidManifest.xml")).contains("android.permission.ACCESS_NETWORK_STATE", "android:name=\".MainActivity\"");
        String application = bench.project.text("app/src/main/java/com/acme/ClubsApplication.kt");
        assertThat(application).contains("import com.beacon.android.Beacon\n", "class ClubsApplication : Application()", "        Beacon.start(this)\n").doesNotContain("MyApplication", "signIn");
        assertThat(application.indexOf("Beacon.start(this)")).isLessThan(application.indexOf("Beacon.level = Beacon.Level.WARNING"));
        assertThat(report.status()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(Workbench.steps(report, "manual")).singleElement().satisfies(step -> assertThat(step.detail()).contains("sessionToken"));
    }

    @Test
    void aFlutterAppKeepsWhatItRuns() {
        Workbench bench = new Workbench(new SampleProject(folder)
                .with("pubspec.yaml", "name: clubs\n\nenvironment:\n  sdk: \">=3.4.0 <4.0.0\"\n\ndependencies:\n  flutter:\n    sdk: flutter\n")
                .with("lib/main.dart", "import 'package:flutter/material.dart';\n\nvoid main() {\n  runApp(const ClubsApp());\n}\n"), data)
                .page("flutter.md", """
                        # Beacon for Flutter

                        ## Install

                        ```shell
                        flutter pub add beacon_flutter
                        ```

                        ## Set up

                        ```dart
                        main() async {
                          // Before runApp() is called
                          await Beacon.instance.initialize();
                          ...
                          runApp(YourApp());
                        }
                        ```
                        """);
        bench.integrateTwiceAndUndo("Add Beacon to this app.");
        assertThat(bench.project.text("pubspec.yaml")).contains("  beacon_flutter: any\n");
        assertThat(bench.project.text("lib/main.dart")).isEqualTo("import 'package:beacon_flutter/beacon_flutter.dart';\nimport 'package:flutter/material.dart';\n\n"
                + "Future<void> main() async {\n  // Before runApp() is called\n  await Beacon.instance.initialize();\n  runApp(const ClubsApp());\n}\n");
    }

    @Test
    void anIosAppGetsThePodInItsOwnTarget() {
        Workbench bench = new Workbench(new SampleProject(folder).with("Podfile", "platform :ios, '15.0'\n\ntarget 'Clubs' do\n  use_frameworks!\nend\n")
                .with("Clubs/AppDelegate.swift", "import UIKit\n\n@main\nclass AppDelegate: UIResponder, UIApplicationDelegate {\n\n    func application(_ application: UIApplication, "
                        + "didFinishLaunchingWithOptions launchOptions: [UIApplication.LaunchOptionsKey: Any]?) -> Bool {\n        return true\n    }\n}\n"), data)
                .page("ios.md", """
                        # Beacon for iOS

                        ## Installation

                        ```ruby
                        target 'YourApp' do
                          pod 'BeaconKit', '~> 2.1'
                        end
                        ```

                        ## Set up

                        In your `AppDelegate.swift`:

                        ```swift
                        import BeaconKit

                        Beacon.shared.start(device: deviceId)
                        ```
                        """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Add Beacon to this app.");
        assertThat(bench.project.text("Podfile")).contains("target 'Clubs' do\n").contains("pod 'BeaconKit', '~> 2.1'").contains("platform :ios, '15.0'").doesNotContain("YourApp");
        assertThat(Workbench.steps(report, "manual")).singleElement().satisfies(step -> assertThat(step.detail()).contains("deviceId"));
    }

    @Test
    void aConstructorsKeyIsReadInItsPlace() {
        Workbench bench = new Workbench(new SampleProject(folder).with("requirements.txt", "flask==3.0.3\n")
                .with("web/__init__.py", "from flask import Flask\n\n\ndef create_app():\n    app = Flask(__name__)\n    return app\n"), data)
                .page("flask.md", """
                        # Beacon for Flask

                        ## Installation

                        ```bash
                        pip install beacon-sdk
                        ```

                        ## Set up

                        ```python
                        from beacon_sdk.flask import Beacon

                        beacon = Beacon(api_key="YOUR_API_KEY")

                        def create_app():
                            app = Flask(__name__)
                            beacon.init_app(app)
                            return app
                        ```
                        """);
        bench.integrateTwiceAndUndo("Add Beacon.");
        assertThat(bench.project.text("web/__init__.py")).contains("from beacon_sdk.flask import Beacon\n").containsOnlyOnce("    beacon.init_app(app)\n")
                .containsPattern("beacon = Beacon\\(api_key=os\\.environ\\[\"\\w+\"]\\)");
    }

    @Test
    void aGoServerIsStartedOnceAndReadsItsKeyOnce() {
        Workbench bench = new Workbench(new SampleProject(folder).with("go.mod", "module example.com/clubs\n\ngo 1.22\n")
                .with("main.go", "package main\n\nimport (\n\t\"log\"\n\t\"net/http\"\n)\n\nfunc main() {\n\tlog.Fatal(http.ListenAndServe(\":8080\", nil))\n}\n"), data)
                .page("go.md", """
                        # Beacon for Go

                        ## Installation

                        ```bash
                        go get example.com/beacon/beacon-go
                        ```

                        ## Set up

                        In `main.go`:

                        ```go
                        import (
                        	"os"

                        	"example.com/beacon/beacon-go"
                        )

                        func main() {
                        	beacon.Start(os.Getenv("BEACON_API_KEY"))
                        }
                        ```

                        ## Set up the server

                        In `main.go`:

                        ```go
                        func main() {
                        	log.Fatal(http.ListenAndServe(":8080", beacon.Wrap(http.DefaultServeMux)))
                        }
                        ```
                        """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Add Beacon.");
        assertThat(bench.project.text("main.go")).containsOnlyOnce("ListenAndServe").containsOnlyOnce("\"os\"").containsOnlyOnce("beacon.Start(os.Getenv(\"BEACON_API_KEY\"))");
        assertThat(Workbench.steps(report, "manual")).anySatisfy(step -> assertThat(step.detail()).contains("http.ListenAndServe"));
    }

    @Test
    void aRailsApplicationIsTheProjectsOwn() {
        Workbench bench = new Workbench(new SampleProject(folder).with("Gemfile", "source \"https://rubygems.org\"\n\ngem \"rails\", \"~> 7.1\"\n")
                .with("config/application.rb", "require \"rails/all\"\n\nmodule Clubs\n  class Application < Rails::Application\n    config.load_defaults 7.1\n  end\nend\n"), data)
                .page("rails.md", """
                        # Beacon for Rails

                        ## Installation

                        ```ruby
                        gem "beacon-sdk", "~> 1.2"
                        ```

                        ## Set up

                        In `config/application.rb`:

                        ```ruby
                        module YourApp
                          class Application < Rails::Application
                            config.middleware.use Beacon::Rack
                          end
                        end
                        ```
                        """);
        bench.integrateTwiceAndUndo("Add Beacon.");
        assertThat(bench.project.text("config/application.rb")).isEqualTo("require \"rails/all\"\n\nmodule Clubs\n  class Application < Rails::Application\n"
                + "    config.load_defaults 7.1\n    config.middleware.use Beacon::Rack\n  end\nend\n");
    }

    @Test
    void codeOfAnotherEcosystemIsNeverWritten() {
        Workbench bench = flask().page("node.md", "# Beacon\n\n## Set up\n\n```js\nimport { Beacon } from 'beacon'\n\nexport const beacon = new Beacon('YOUR_KEY')\n```\n");
        bench.integrateTwiceAndUndo("Add Beacon.");
        assertThat(bench.project.files().keySet()).noneMatch(path -> path.endsWith(".js") || path.endsWith("package.json"));
    }
}
