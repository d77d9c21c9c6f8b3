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

    /** What they decide in most of their versions: left to them where a guide names no version either. */
    private static final Map<String, Pattern> USUAL = Map.of(
            "org.springframework.boot", Pattern.compile(
                    "(?:io\\.opentelemetry|io\\.zipkin\\.(?:brave|reporter2)|io\\.prometheus|io\\.netty|io\\.r2dbc|io\\.rsocket|io\\.rest-assured|io\\.reactivex\\.rxjava3|io\\.undertow"
                            + "|com\\.google\\.code\\.gson|com\\.graphql-java|com\\.hazelcast|com\\.mysql|com\\.microsoft\\.sqlserver|com\\.oracle\\.database\\.jdbc|com\\.rabbitmq|com\\.jayway\\.jsonpath"
                            + "|com\\.couchbase\\.client|com\\.querydsl|com\\.samskivert|com\\.unboundid|jakarta\\.[\\w.]+|javax\\.cache|net\\.bytebuddy|org\\.apache\\.(?:activemq|kafka|groovy|cassandra"
                            + "|logging\\.log4j|tomcat(?:\\.embed)?|pulsar|commons|derby|httpcomponents\\.(?:client5|core5))|org\\.aspectj|org\\.assertj|org\\.awaitility|org\\.ehcache|org\\.elasticsearch"
                            + "|org\\.freemarker|org\\.glassfish\\.jersey[\\w.]*|org\\.hsqldb|org\\.infinispan|org\\.jetbrains\\.kotlinx?|org\\.jooq|org\\.junit(?:\\.\\w+)?|org\\.mariadb(?:\\.jdbc)?|org\\.mockito"
                            + "|org\\.mongodb|org\\.neo4j\\.driver|org\\.quartz-scheduler|org\\.seleniumhq\\.selenium|org\\.testcontainers|org\\.thymeleaf(?:\\.extras)?|org\\.xerial|org\\.yaml|redis\\.clients"
                            + "|commons-codec|commons-pool):.*"),
            "io.quarkus", Pattern.compile(
                    "(?:io\\.(?:quarkus|smallrye|opentelemetry|micrometer|vertx|rest-assured|netty)|io\\.smallrye\\.\\w+|com\\.fasterxml\\.jackson(?:\\.\\w+)?|jakarta\\.[\\w.]+|org\\.eclipse\\.microprofile(?:\\.[\\w.]+)?"
                            + "|org\\.flywaydb|org\\.hibernate(?:\\.\\w+)?|org\\.junit(?:\\.\\w+)?|org\\.postgresql|org\\.testcontainers):.*"),
            "io.micronaut", Pattern.compile("io\\.micronaut(?:\\.\\w+)*:.*"));

    private final ProjectProfile project;

    ManagedVersions(ProjectProfile project) {
        this.project = project;
    }

    /** Whether the version of {@code group:artifact} is the framework's to decide; true only where the project leaves those of the framework out itself. */
    boolean decides(String name) {
        return of(DECIDED, name);
    }

    /** The same where the guide names this version, or none. */
    boolean decides(String name, String version) {
        return decides(name) || version.isEmpty() && of(USUAL, name);
    }

    private boolean of(Map<String, Pattern> platforms, String name) {
        return platforms.entrySet().stream().anyMatch(one -> one.getValue().matcher(name).matches() && leavesOut(one.getKey()));
    }

    private boolean leavesOut(String group) {
        return project.dependencies().entrySet().stream().anyMatch(one -> one.getKey().startsWith(group + ":") && one.getValue().isEmpty());
    }
}
