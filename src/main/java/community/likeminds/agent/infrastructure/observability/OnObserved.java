package community.likeminds.agent.infrastructure.observability;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Keeps single commands free of what observes: they have traces only when a collector is named, and never metrics, because nobody can scrape
 * a process that ends at once.
 */
public final class OnObserved implements Condition, AutoConfigurationImportFilter, EnvironmentAware {

    /** Where traces go to; also set by the standard variables {@code OTEL_EXPORTER_OTLP_ENDPOINT} and {@code OTEL_EXPORTER_OTLP_TRACES_ENDPOINT}. */
    public static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    private static final String BOOT = "org.springframework.boot.";

    private @Nullable Environment environment;

    /** Whether this process is a single command. */
    public static boolean command(Environment environment) {
        return environment.acceptsProfiles(Profiles.of("command"));
    }

    /** Whether what this process does is observed. */
    public static boolean observed(Environment environment) {
        return !command(environment) || !environment.getProperty(ENDPOINT, "").isBlank();
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return observed(context.getEnvironment());
    }

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] kept = new boolean[candidates.length];
        Arrays.fill(kept, true);
        Environment known = environment;
        if (known == null || !command(known)) {
            return kept;
        }
        boolean traced = observed(known);
        for (int i = 0; i < kept.length; i++) {
            String name = candidates[i];
            kept[i] = name == null || !name.startsWith(BOOT) || !figures(name) && (traced || !traces(name));
        }
        return kept;
    }

    private static boolean figures(String name) {
        return name.startsWith(BOOT + "actuate.") || name.startsWith(BOOT + "micrometer.metrics.") || name.startsWith(BOOT + "health.")
                || name.contains(".metrics.") || name.startsWith(BOOT + "opentelemetry.autoconfigure.logging.");
    }

    private static boolean traces(String name) {
        return name.startsWith(BOOT + "micrometer.") || name.startsWith(BOOT + "opentelemetry.");
    }
}
