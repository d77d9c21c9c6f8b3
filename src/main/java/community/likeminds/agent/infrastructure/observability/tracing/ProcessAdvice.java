package community.likeminds.agent.infrastructure.observability.tracing;

import community.likeminds.agent.project.environment.Commands;
import community.likeminds.agent.project.environment.Commands.Command;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Child processes are spans, and are told their own in the variables that OpenTelemetry names for that. */
final class ProcessAdvice implements Advice {

    /** Names of programs come from projects; the ones that matter are few. */
    private static final Set<String> KNOWN = Set.of(
            "npm", "npx", "node", "yarn", "pnpm", "bun", "git", "java", "mvn", "mvnw", "gradle", "gradlew", "tsc", "eslint", "prettier", "biome", "vite",
            "next", "chromium", "python", "python3", "pip", "flutter", "dart", "swift", "xcodebuild", "pod");

    private final Supplier<ObservationRegistry> registry;

    ProcessAdvice(Supplier<ObservationRegistry> registry) {
        this.registry = registry;
    }

    @Override
    public Class<?> type() {
        return Commands.class;
    }

    @Override
    public @Nullable Object around(Method method, Object[] arguments, Call call, Object bean) throws Throwable {
        if (arguments.length == 0 || !(arguments[0] instanceof Command command)) {
            return call.proceed(arguments);
        }
        TraceHeaders.Sending sending = TraceHeaders.sending("likeminds.process", Kind.CLIENT, registry.get());
        sending.observation().lowCardinalityKeyValue("program", program(command)).lowCardinalityKeyValue("use", method.getName());
        return Advice.observed(
                sending.observation(),
                arguments,
                handed -> {
                    Object[] told = handed.clone();
                    told[0] = told(command, sending.headers());
                    return call.proceed(told);
                },
                ProcessAdvice::ended);
    }

    private static void ended(Observation observation, @Nullable Object result) {
        switch (result) {
            case Commands.Result run -> exit(observation, run.exit());
            case Commands.Filtered filtered -> exit(observation, filtered.exit());
            case null, default -> observation.lowCardinalityKeyValue("outcome", "started");
        }
    }

    private static void exit(Observation observation, int exit) {
        observation.lowCardinalityKeyValue("outcome", exit == 0 ? "done" : exit < 0 ? "timed-out" : "failed");
        observation.highCardinalityKeyValue("process.exit.code", Integer.toString(exit));
    }

    private static Command told(Command command, Map<String, String> headers) {
        Map<String, String> environment = new HashMap<>(command.environment());
        headers.forEach((name, value) -> environment.putIfAbsent(name.toUpperCase(Locale.ROOT), value));
        return new Command(command.folder(), command.arguments(), environment, command.limit(), command.lines());
    }

    static String program(Command command) {
        String path = command.arguments().isEmpty() ? "" : command.arguments().getFirst();
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase(Locale.ROOT);
        String plain = name.replaceAll("\\.(?:cmd|bat|exe)$", "");
        return KNOWN.contains(plain) ? plain : "other";
    }
}
