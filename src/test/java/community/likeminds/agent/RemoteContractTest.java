package community.likeminds.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.remote.RandomValues;
import community.likeminds.agent.infrastructure.remote.RemoteCalls;
import community.likeminds.agent.infrastructure.remote.RemoteTopology;
import community.likeminds.agent.infrastructure.remote.server.GrpcServer;
import community.likeminds.agent.infrastructure.remote.wire.Signatures;
import community.likeminds.agent.processors.code.SourceCode;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.project.environment.Commands;
import community.likeminds.agent.project.output.ChangeSets;
import community.likeminds.agent.registry.ServiceInstance;
import community.likeminds.agent.registry.ServiceRegistry;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.Remote;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * Calls every method of every interface that other processes can call, over HTTP, with made-up values, and compares what arrives and what comes
 * back with what was sent. A method that cannot cross fails here.
 */
class RemoteContractTest {

    private static final long SEED = System.nanoTime();
    private static final Map<Class<?>, InvocationHandler> BEHAVIOUR = new java.util.concurrent.ConcurrentHashMap<>();
    private static final List<String> TOLD = java.util.Collections.synchronizedList(new ArrayList<>());

    private static ConfigurableApplicationContext context;
    private static RemoteCalls calls;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    @ComponentScan({"community.likeminds.agent.infrastructure.remote.client", "community.likeminds.agent.infrastructure.remote.server", "community.likeminds.agent.infrastructure.auth.tokens"})
    static class Process {

        /** A registry in which this process alone runs everything. */
        @Bean
        ServiceRegistry registry() {
            return new ServiceRegistry() {
                @Override
                public Registration register(NewInstance instance) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public List<ServiceInstance> ready(String role) {
                    return role.equals("nowhere") ? List.of() : all();
                }

                @Override
                public List<ServiceInstance> all() {
                    return context == null ? List.of() : List.of(new ServiceInstance("one", Role.labels(Role.ALL), address(), "1", true, List.of(), Instant.now(), grpc(), List.of()));
                }
            };
        }
    }

    @BeforeAll
    static void start() {
        System.out.println("seed " + SEED);
        Map<String, List<Class<?>>> present = new TreeMap<>();
        for (Role role : Role.values()) {
            present.put(role.label(), role.interfaces());
        }
        context = new SpringApplicationBuilder(Process.class)
                .initializers(fresh -> {
                    fresh.getBeanFactory().registerSingleton("topology", new RemoteTopology(present, Map.of(), Set.of()));
                    present.values().stream().flatMap(List::stream).forEach(type -> fresh.getBeanFactory().registerSingleton(type.getName(), implementation(type)));
                })
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run("--server.port=0", "--spring.main.banner-mode=off");
        calls = context.getBean(RemoteCalls.class);
    }

    @AfterAll
    static void stop() {
        if (context != null) {
            context.close();
        }
    }

    private static URI address() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    private static URI grpc() {
        return URI.create("grpc://127.0.0.1:" + context.getBean(GrpcServer.class).port());
    }

    private static Object implementation(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("equals") ? proxy == arguments[0] : method.getName().equals("hashCode") ? 1 : type.getName();
            }
            return BEHAVIOUR.get(type).invoke(proxy, method, arguments);
        });
    }

    static Stream<Arguments> methods() {
        List<Arguments> all = new ArrayList<>();
        for (Role role : Role.values()) {
            for (Class<?> type : role.interfaces()) {
                Signatures.of(type).all().forEach(method -> all.add(Arguments.of(role.label(), type, method, null)));
                Signatures.of(type).all().stream()
                        .map(Method::getReturnType)
                        .filter(Signatures::isHandle)
                        .distinct()
                        .forEach(handle -> Signatures.of(handle).all().forEach(method -> all.add(Arguments.of(role.label(), type, method, handle))));
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("methods")
    void whatIsSentArrivesAndWhatIsAnsweredComesBack(String role, Class<?> type, Method method, Class<?> handle) throws Throwable {
        RandomValues values = new RandomValues(new Random(SEED ^ method.toString().hashCode()), RemoteContractTest::function);
        for (int round = 0; round < 3; round++) {
            Object[] sent = Arrays.stream(method.getGenericParameterTypes()).map(values::of).toArray();
            boolean makesHandle = Signatures.isHandle(method.getReturnType());
            Object answer = method.getReturnType() == void.class || makesHandle ? null : values.of(method.getGenericReturnType());
            List<Object> arrived = new ArrayList<>();
            InvocationHandler behaviour = (proxy, called, arguments) -> {
                if (!called.getName().equals("close") || method.getName().equals("close")) {
                    assertThat(called).isEqualTo(method);
                    arrived.addAll(arguments == null ? List.of() : Arrays.asList(arguments));
                    arrived.forEach(RemoteContractTest::callBack);
                }
                return answer;
            };
            Object proxy = calls.proxy(role, type);
            TOLD.clear();
            Object back;
            if (handle != null) {
                BEHAVIOUR.put(handle, behaviour);
                BEHAVIOUR.put(type, (ignored, called, arguments) -> implementation(handle));
                Method opens = Signatures.of(type).all().stream().filter(one -> one.getReturnType() == handle).findFirst().orElseThrow();
                Object opened = opens.invoke(proxy, Arrays.stream(opens.getGenericParameterTypes()).map(values::of).toArray());
                TOLD.clear();
                back = method.invoke(opened, sent);
                ((AutoCloseable) opened).close();
            } else if (makesHandle) {
                BEHAVIOUR.put(type, (ignored, called, arguments) -> {
                    behaviour.invoke(ignored, called, arguments);
                    return implementation(method.getReturnType());
                });
                BEHAVIOUR.put(method.getReturnType(), behaviour);
                AutoCloseable opened = (AutoCloseable) method.invoke(proxy, sent);
                opened.close();
                back = null;
            } else {
                BEHAVIOUR.put(type, behaviour);
                back = method.invoke(proxy, sent);
            }
            same(arrived, Arrays.asList(sent));
            if (answer == null) {
                assertThat(back).isNull();
            } else {
                same(back, answer);
            }
            long functions = Stream.of(sent).mapToLong(RemoteContractTest::functions).sum();
            assertThat(TOLD).hasSize((int) functions);
        }
    }

    private static void same(Object actual, Object expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .withEqualsForType((a, b) -> true, Progress.class)
                .withEqualsForType((a, b) -> true, Consumer.class)
                .withEqualsForType((a, b) -> true, ToIntFunction.class)
                .isEqualTo(expected);
    }

    private static Object function(Class<?> type) {
        if (type == Progress.class) {
            return (Progress) (stage, done, total, detail) -> TOLD.add(stage + done + total + detail);
        } else if (type == Consumer.class) {
            return (Consumer<String>) TOLD::add;
        } else if (type == ToIntFunction.class) {
            return (ToIntFunction<String>) text -> {
                TOLD.add(text);
                return text.length();
            };
        }
        return null;
    }

    private static long functions(Object argument) {
        return switch (argument) {
            case Progress _, Consumer<?> _, ToIntFunction<?> _ -> 1;
            case Record record -> Arrays.stream(record.getClass().getRecordComponents())
                    .filter(one -> function(one.getType()) != null)
                    .count();
            default -> 0;
        };
    }

    @SuppressWarnings("unchecked")
    private static void callBack(Object argument) {
        switch (argument) {
            case Progress progress -> progress.report("Reading", 1, 2, "ä");
            case Consumer<?> consumer -> ((Consumer<String>) consumer).accept("a line");
            case ToIntFunction<?> counter -> assertThat(((ToIntFunction<String>) counter).applyAsInt("four")).isEqualTo(4);
            case Record record -> {
                for (var component : record.getClass().getRecordComponents()) {
                    if (function(component.getType()) != null) {
                        try {
                            component.getAccessor().setAccessible(true);
                            callBack(component.getAccessor().invoke(record));
                        } catch (ReflectiveOperationException failure) {
                            throw new IllegalStateException(failure);
                        }
                    }
                }
            }
            case null, default -> {
                // Data only.
            }
        }
    }

    /** What goes packed has neither functions nor handles; what carries vectors goes packed. */
    @Test
    void vectorsTravelPacked() {
        List<Method> all = Role.ALL.stream().flatMap(role -> role.interfaces().stream()).flatMap(type -> Signatures.of(type).all().stream()).toList();
        List<String> bulk = all.stream().filter(RemoteContractTest::isBulk).map(Method::toString).toList();
        assertThat(all).filteredOn(RemoteContractTest::isBulk).isNotEmpty().allSatisfy(method -> {
            assertThat(Signatures.isHandle(method.getReturnType())).isFalse();
            assertThat(method.getParameterTypes()).doesNotContain(Progress.class, Consumer.class, ToIntFunction.class);
        });
        assertThat(all)
                .filteredOn(method -> method.toGenericString().contains("float[]") || method.toGenericString().contains("VectorSet"))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(bulk).contains(method.toString()));
    }

    private static boolean isBulk(Method method) {
        Remote said = method.isAnnotationPresent(Remote.class) ? method.getAnnotation(Remote.class) : method.getDeclaringClass().getAnnotation(Remote.class);
        return said != null && said.bulk();
    }

    /** Whoever adds an interface to the table says how it is called; whoever marks one adds it to the table. */
    @Test
    void everyInterfaceOfTheTableIsMarked() {
        for (Role role : Role.values()) {
            assertThat(role.interfaces()).allSatisfy(type -> assertThat(type.isAnnotationPresent(Remote.class)).as("%s", type).isTrue());
        }
    }

    @Test
    void anErrorCrossesWithEverythingThatItSays() {
        BEHAVIOUR.put(SourceCode.class, (proxy, method, arguments) -> {
            throw new AgentException(AgentException.Kind.REFUSED, "too-odd", "This is „odd“.", "Write it plainly.");
        });
        SourceCode remote = calls.proxy("code-processor", SourceCode.class);
        assertThatThrownBy(() -> remote.knows("a")).isInstanceOfSatisfying(AgentException.class, error -> {
            assertThat(error.kind()).isEqualTo(AgentException.Kind.REFUSED);
            assertThat(error.code()).isEqualTo("too-odd");
            assertThat(error.fact()).isEqualTo("This is „odd“.");
            assertThat(error.remedy()).isEqualTo("Write it plainly.");
        });
        BEHAVIOUR.put(SourceCode.class, (proxy, method, arguments) -> {
            throw new IllegalStateException("a defect");
        });
        assertThatThrownBy(() -> remote.knows("a"))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.kind()).isEqualTo(AgentException.Kind.INTERNAL));
    }

    @Test
    void aCallerThatIsInterruptedInterruptsTheWork() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        BEHAVIOUR.put(Commands.class, (proxy, method, arguments) -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException expected) {
                interrupted.countDown();
            }
            return null;
        });
        Commands remote = calls.proxy("environment", Commands.class);
        List<String> codes = new ArrayList<>();
        Thread caller = Thread.ofPlatform().start(() -> {
            try {
                remote.run(new Commands.Command(Path.of("/"), List.of("x"), Map.of(), Duration.ofMinutes(5), line -> {}));
            } catch (AgentException stopped) {
                codes.add(stopped.code() + Thread.currentThread().isInterrupted());
            }
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        caller.join();
        assertThat(codes).containsExactly("interruptedtrue");
    }

    @Test
    void aHandleIsClosedAlsoByAnInterruptedThread() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        BEHAVIOUR.put(ChangeSets.class, (proxy, method, arguments) -> implementation(ChangeSets.Run.class));
        BEHAVIOUR.put(ChangeSets.Run.class, (proxy, method, arguments) -> {
            closed.countDown();
            return null;
        });
        ChangeSets.Run run = calls.proxy("output", ChangeSets.class).begin(Path.of("/project"));
        Thread.currentThread().interrupt();
        run.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(run::id)
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("handle-lost"));
    }

    @Test
    void withoutATokenNothingIsCalled() throws Exception {
        BEHAVIOUR.put(SourceCode.class, (proxy, method, arguments) -> {
            throw new AssertionError("it was called");
        });
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address().resolve("/internal/code-processor/SourceCode/knows"))
                                .POST(HttpRequest.BodyPublishers.ofString("{\"fileName\": \"a\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("service-token-invalid");
    }

    @Test
    void aRoleThatNobodyRunsIsSaidToBeMissing() {
        Embeddings remote = calls.proxy("nowhere", Embeddings.class);
        assertThatThrownBy(() -> remote.dimensions())
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("role-unavailable"));
    }
}
