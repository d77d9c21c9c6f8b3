package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import java.util.Map;
import java.util.regex.Pattern;

/** Says which artifacts get their versions from the framework that a project is built on: a version beside it would disagree with the rest one day. */
final class ManagedVersions {

    /** What the platforms of frameworks decide the versions of, by the framework's own group. */
    private static final Map<String, Pattern> DECIDED = Map.of(
            "org.springframework.boot", Pattern.compile(
                    "(?:org\\.springframework(?:\\.(?:boot|data|security|batch|integration|kafka|amqp|graphql|session|ws|hateoas|retry))?|io\\.micrometer|com\\.fasterxml\\.jackson(?:\\.\\w+)?"
                            + "|io\\.projectreactor|org\\.flywaydb|org\\.liquibase|com\\.h2database|org\\.postgresql|org\\.hibernate\\.(?:orm|validator)|org\\.projectlombok|ch\\.qos\\.logback"
                            + "|org\\.slf4j|io\\.lettuce|com\\.zaxxer|com\\.github\\.ben-manes\\.caffeine):.*"),
            "io.quarkus", Pattern.compile("io\\.quarkus:.*"),
            "io.micronaut", Pattern.compile("io\\.micronaut:.*"));

    private final ProjectProfile project;

    ManagedVersions(ProjectProfile project) {
        this.project = project;
    }

    /** Whether the version of {@code group:artifact} is the framework's to decide; true only where the project leaves those of the framework out itself. */
    boolean decides(String name) {
        return DECIDED.entrySet().stream().anyMatch(one -> one.getValue().matcher(name).matches() && leavesOut(one.getKey()));
    }

    private boolean leavesOut(String group) {
        return project.dependencies().entrySet().stream().anyMatch(one -> one.getKey().startsWith(group + ":") && one.getValue().isEmpty());
    }
}
