package community.likeminds.agent;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.infrastructure.auth.oidc.LoopbackProvider;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Signing in with a provider as a browser does it, over real connections to the whole application. */
class OidcServerTests {

    @TempDir
    static Path folder;

    private static LoopbackProvider provider;
    private static ConfigurableApplicationContext context;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        provider = new LoopbackProvider();
        provider.person("anna", "anna@example.org", true);
        context = new SpringApplicationBuilder(Application.class)
                .profiles("server")
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(
                        "--likeminds.data=" + folder.resolve("data"),
                        "--logging.level.root=ERROR",
                        "--server.port=0",
                        "--likeminds.web.folders[0]=" + folder,
                        "--likeminds.auth.oidc.issuer=" + provider.issuer(),
                        "--likeminds.auth.oidc.client-id=" + LoopbackProvider.CLIENT,
                        "--likeminds.auth.oidc.client-secret=" + LoopbackProvider.SECRET,
                        "--likeminds.auth.oidc.redirect-uri=https://agent.example/api/v1/auth/oidc/callback",
                        "--likeminds.auth.oidc.role=developer");
    }

    @AfterAll
    static void stop() {
        if (context != null) {
            context.close();
        }
        provider.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path))
                .timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aBrowserThatComesBackGetsTokensOnce() throws Exception {
        HttpResponse<String> begun = get("/api/v1/auth/oidc");
        assertThat(begun.statusCode()).isEqualTo(302);
        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("__Host-likeminds-oidc=").contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=600");
        URI there = URI.create(begun.headers().firstValue("Location").orElseThrow());
        assertThat(there.getQuery()).doesNotContain(LoopbackProvider.SECRET);
        String back = "/api/v1/auth/oidc/callback?" + provider.visit(there).getRawQuery();

        assertThat(get(back).statusCode()).as("another browser").isEqualTo(401);
        // As a browser says it that was led here by the provider's page.
        String[] browser = {"Cookie", cookie.split(";")[0], "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"};
        HttpResponse<String> ended = get(back, browser);
        assertThat(ended.statusCode()).as(ended.body()).isEqualTo(200);
        assertThat(ended.headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
        assertThat(ended.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        String token = Json.read(ended.body()).path("accessToken").stringValue();
        assertThat(get("/api/v1/account", "Authorization", "Bearer " + token).body()).contains("anna@example.org", "projects:change");
        assertThat(get("/api/v1/account", browser).statusCode()).as("the cookie is no credential").isEqualTo(401);
        HttpResponse<String> again = get(back, browser);
        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(again.body()).contains("oidc-state-invalid");
    }
}
