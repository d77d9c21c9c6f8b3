package community.likeminds.agent.processors.code.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.code.ProjectFacts.Build;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuildFilesTest {

    record Case(String path, String text, Build expected) {}

    static Case[] cases() {
        return new Case[] {
            of("package.json", "npm", "shop", Map.of("@acme/sdk", "^2.0.0", "vite", "6"), """
                    {"name": "shop", "dependencies": {"@acme/sdk": "^2.0.0"}, "devDependencies": {"vite": "6"}}
                    """),
            of("pom.xml", "maven", "shop", Map.of("com.acme:sdk", "1.2", "org.other:lib", ""), """
                    <project><parent><artifactId>parent</artifactId></parent><artifactId>shop</artifactId><dependencies>
                      <dependency><groupId>com.acme</groupId><artifactId>sdk</artifactId><version>1.2</version></dependency>
                      <dependency><groupId>org.other</groupId><artifactId>lib</artifactId></dependency>
                    </dependencies></project>
                    """),
            of("app/build.gradle.kts", "gradle", "", Map.of("com.acme:sdk", "1.2", "junit:junit", "4"), """
                    dependencies {
                        implementation("com.acme:sdk:1.2")
                        testImplementation("junit:junit:4")
                    }
                    """),
            of("requirements.txt", "pip", "", Map.of("acme-sdk", ">=1.2", "flask", ""), "acme-sdk>=1.2\n# words\nflask\n"),
            of("pyproject.toml", "pyproject", "shop", Map.of("acme-sdk", ">=1.2", "flask", ""), """
                    [project]
                    name = "shop"
                    dependencies = [
                        "acme-sdk[extra]>=1.2",
                        "flask",
                    ]
                    """),
            of("pubspec.yaml", "pub", "shop", Map.of("acme_sdk", "^1.2.0", "flutter", ""), """
                    name: shop
                    environment:
                      sdk: ^3.0.0
                    dependencies:
                      flutter:
                        sdk: flutter
                      acme_sdk: ^1.2.0
                    """),
            of("go.mod", "go", "example.com/shop", Map.of("github.com/acme/sdk-go/v2", "v2.0.1"), """
                    module example.com/shop

                    require (
                    	github.com/acme/sdk-go/v2 v2.0.1
                    )
                    """),
            of("Gemfile", "bundler", "", Map.of("acme-sdk", "~> 1.2"), "gem 'acme-sdk', '~> 1.2'\n"),
            of("Podfile", "cocoapods", "Shop", Map.of("AcmeSDK", "~> 1.2"), "target 'Shop' do\n  pod 'AcmeSDK', '~> 1.2'\nend\n"),
            of("Package.swift", "swiftpm", "Shop", Map.of("https://example.com/acme.git", "1.2.0"), """
                    let package = Package(
                        name: "Shop",
                        dependencies: [.package(url: "https://example.com/acme.git", from: "1.2.0")]
                    )
                    """),
        };
    }

    private static Case of(String path, String tool, String name, Map<String, String> dependencies, String text) {
        return new Case(path, text, new Build(path, tool, name, dependencies));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsNamesAndDependencies(Case one) {
        assertThat(BuildFiles.read(one.path(), one.text())).contains(one.expected());
    }
}
