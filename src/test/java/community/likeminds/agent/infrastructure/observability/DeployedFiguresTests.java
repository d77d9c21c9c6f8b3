package community.likeminds.agent.infrastructure.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Alert rules and dashboards as they are delivered. That their metrics exist is for {@code ObservedServerTests} to see. */
public class DeployedFiguresTests {

    private static final Path DEPLOY = Path.of("deploy");
    private static final Pattern METRIC = Pattern.compile("\\b((?:likeminds|http_server|jvm|process|hikaricp|logback)_[a-z_]+)\\b");

    /** Names of all metrics that panels and alerts ask for. */
    public static Set<String> metrics() throws IOException {
        Set<String> names = new TreeSet<>();
        collect(Files.readString(DEPLOY.resolve("prometheus/alerts.yml")).replaceAll("(?m)^\\s+(?:summary|remedy):.*$", ""), names);
        try (Stream<Path> dashboards = Files.list(DEPLOY.resolve("grafana/dashboards"))) {
            for (Path dashboard : dashboards.toList()) {
                for (JsonNode panel : JsonMapper.shared().readTree(Files.readString(dashboard)).path("panels")) {
                    panel.path("targets").forEach(target -> collect(target.path("expr").stringValue(), names));
                }
            }
        }
        return names;
    }

    private static void collect(String text, Set<String> names) {
        Matcher found = METRIC.matcher(text);
        while (found.find()) {
            names.add(found.group(1));
        }
    }

    @Test
    void theRulesAreValidAndDoWhatTheirTestsSay() throws Exception {
        assertThat(promtool("check", "rules", "alerts.yml")).contains("SUCCESS");
        assertThat(promtool("test", "rules", "alerts_test.yml")).contains("SUCCESS").doesNotContain("FAILED");
    }

    @Test
    void everyAlertIsTestedBothWaysAndSaysWhatToDo() throws IOException {
        String rules = Files.readString(DEPLOY.resolve("prometheus/alerts.yml"));
        String tests = Files.readString(DEPLOY.resolve("prometheus/alerts_test.yml"));
        Matcher alert = Pattern.compile("- alert: (\\w+)").matcher(rules);
        int alerts = 0;
        while (alert.find()) {
            alerts++;
            assertThat(tests).contains("name: " + alert.group(1) + " rings", "name: " + alert.group(1) + " is silent");
        }
        assertThat(rules.split("remedy: ", -1)).hasSize(alerts + 1);
    }

    @Test
    void panelsDoNotOverlapAndHaveQueries() throws IOException {
        try (Stream<Path> dashboards = Files.list(DEPLOY.resolve("grafana/dashboards"))) {
            for (Path file : dashboards.toList()) {
                Set<String> places = new TreeSet<>();
                for (JsonNode panel : JsonMapper.shared().readTree(Files.readString(file)).path("panels")) {
                    JsonNode at = panel.path("gridPos");
                    assertThat(places.add(at.path("x") + "/" + at.path("y"))).as(file + ": " + panel.path("title")).isTrue();
                    assertThat(at.path("x").intValue() + at.path("w").intValue()).isLessThanOrEqualTo(24);
                    assertThat(panel.path("type").stringValue().equals("row") || panel.path("targets").size() > 0).isTrue();
                }
            }
        }
    }

    /** Prometheus' own tool; a machine without it cannot say that the rules hold, so the test fails there. */
    private static String promtool(String... arguments) throws Exception {
        String[] command = Stream.concat(Stream.of("promtool"), Stream.of(arguments)).toArray(String[]::new);
        Process process;
        try {
            process = new ProcessBuilder(command).directory(DEPLOY.resolve("prometheus").toFile()).redirectErrorStream(true).start();
        } catch (IOException missing) {
            throw new AssertionError("promtool is missing. Install Debian's package prometheus, or promtool from its releases.", missing);
        }
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
