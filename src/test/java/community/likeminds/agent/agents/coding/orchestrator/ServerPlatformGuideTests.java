package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guides for servers in Python and Ruby whose application is made elsewhere than in the guide. */
class ServerPlatformGuideTests {

    @TempDir
    Path folder;

    @TempDir
    Path data;

    @Test
    void anApplicationThatAFunctionMakesIsExtendedInTheFunction() {
        Workbench bench = new Workbench(new SampleProject(folder).with("requirements.txt", "fastapi==0.115.0\n").with("app/main.py", """
                import logging

                from fastapi import FastAPI

                from app.routers import clubs


                def create_app(debug: bool = False) -> FastAPI:
                    api = FastAPI(title="Clubs", debug=debug)
                    api.include_router(clubs.router)
                    return api


                app = create_app()
                """).with("app/routers/clubs.py", "from fastapi import APIRouter\n\nrouter = APIRouter()\n"), data)
                .page("fastapi.md", """
                        # Beacon for FastAPI

                        ## Install

                        ```bash
                        python -m pip install beacon-sdk
                        ```

                        ## Set up

                        ```python
                        import beacon_sdk
                        from beacon_sdk.fastapi import BeaconMiddleware
                        from fastapi import FastAPI, Request

                        beacon_sdk.init(dsn="https://examplePublicKey@o0.beacon.example/0")

                        app = FastAPI()
                        app.add_middleware(BeaconMiddleware)
                        ```
                        """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Beacon.");
        assertThat(bench.project.text("app/main.py")).isEqualTo("""
                import logging

                from fastapi import FastAPI

                from app.routers import clubs
                import os
                import beacon_sdk
                from beacon_sdk.fastapi import BeaconMiddleware

                beacon_sdk.init(dsn=os.environ["BEACON_DSN"])


                def create_app(debug: bool = False) -> FastAPI:
                    api = FastAPI(title="Clubs", debug=debug)
                    api.include_router(clubs.router)
                    api.add_middleware(BeaconMiddleware)
                    return api


                app = create_app()
                """);
        assertThat(report.openPoints()).containsExactly("Set BEACON_DSN in the environment of the application.");
    }

    @Test
    void aKeyOfADictionaryIsNoPlaceholderAndTheProductIsNotTheFramework() {
        Workbench bench = new Workbench(new SampleProject(folder).with("requirements.txt", "Django==5.1.4\n").with("manage.py", "import django\n")
                .with("clubs/settings.py", "INSTALLED_APPS = [\n    \"members\",\n]\n"), data).page("django.md", """
                        # Beacon for Django

                        ```bash
                        pip install django-beacon
                        ```

                        ## Configure

                        Add to your `settings.py`:

                        ```python
                        BEACON = {
                            "API_KEY": "your-api-key",
                            "RATE": 0.5,
                        }
                        ```
                        """);
        bench.integrateTwiceAndUndo("Set up Beacon.");
        assertThat(bench.project.text("clubs/settings.py")).contains("    \"API_KEY\": os.environ[\"BEACON_API_KEY\"],\n");
    }

    @Test
    void railsIsConfiguredWhereItLooksForIt() {
        Workbench bench = new Workbench(new SampleProject(folder).with("Gemfile", "source \"https://rubygems.org\"\n\ngem \"rails\", \"~> 7.2\"\n")
                .with("config/application.rb", "require \"rails/all\"\n\nmodule Clubs\n  class Application < Rails::Application\n    config.load_defaults 7.2\n  end\nend\n")
                .with("config/environments/production.rb", "Rails.application.configure do\n  config.eager_load = true\nend\n")
                .with("config/routes.rb", "Rails.application.routes.draw do\n  resources :clubs\nend\n"), data).page("rails.md", """
                        # Beacon for Rails

                        ## Installation

                        ```ruby
                        gem "beacon-rails"
                        ```

                        ## Configuration

                        Create an initializer in `config/initializers/beacon.rb`:

                        ```ruby
                        Beacon.init do |config|
                          config.dsn = "YOUR_BEACON_DSN"
                          config.loggers = [:active_support, :http]
                        end
                        ```

                        Mount it in `config/routes.rb`:

                        ```ruby
                        Rails.application.routes.draw do
                          mount Beacon::Engine => "/beacon"
                        end
                        ```

                        ```ruby
                        # config/environments/production.rb
                        config.beacon.quiet = true
                        ```

                        ```ruby
                        # config/application.rb
                        config.beacon.level = :warn
                        ```
                        """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Beacon.");
        assertThat(bench.project.text("config/initializers/beacon.rb")).isEqualTo(
                "Beacon.init do |config|\n  config.dsn = ENV.fetch(\"BEACON_DSN\")\n  config.loggers = [:active_support, :http]\nend\n");
        assertThat(bench.project.text("config/routes.rb")).isEqualTo("Rails.application.routes.draw do\n  resources :clubs\n  mount Beacon::Engine => \"/beacon\"\nend\n");
        assertThat(bench.project.text("config/environments/production.rb")).isEqualTo("Rails.application.configure do\n  config.eager_load = true\n  config.beacon.quiet = true\nend\n");
        assertThat(bench.project.text("config/application.rb")).contains("    config.load_defaults 7.2\n    config.beacon.level = :warn\n  end\nend\n");
        assertThat(report.status()).isEqualTo(IntegrationReport.VERIFIED);
    }
}
