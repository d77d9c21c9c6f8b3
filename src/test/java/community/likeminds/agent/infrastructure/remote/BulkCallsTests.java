package community.likeminds.agent.infrastructure.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.auth.CurrentIdentity;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.remote.proto.BulkGrpc;
import community.likeminds.agent.infrastructure.remote.proto.Part;
import community.likeminds.agent.infrastructure.remote.server.GrpcServer;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.registry.ServiceInstance;
import community.likeminds.agent.registry.ServiceRegistry;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.CircuitBreaker;
import community.likeminds.agent.shared.TenantId;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.BlockingClientCall;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Calls over gRPC: what the contract of all remote calls does not show. */
class BulkCallsTests {

    private static final String ROLE = "document-processor";
    private static final int LARGEST_MB = 16;

    private static final List<ServiceInstance> INSTANCES = new CopyOnWriteArrayList<>();
    private static final List<ConfigurableApplicationContext> PROCESSES = new ArrayList<>();
    private static volatile BiFunction<String, Object[], @Nullable Object> behaviour = (method, arguments) -> null;
    private static Embeddings remote;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    @ComponentScan({"community.likeminds.agent.infrastructure.remote.client", "community.likeminds.agent.infrastructure.remote.server", "community.likeminds.agent.infrastructure.auth.tokens"})
    static class Process {}

    @BeforeAll
    static void start() {
        ConfigurableApplicationContext process = process();
        remote = process.getBean(RemoteCalls.class).proxy(ROLE, Embeddings.class);
    }

    @BeforeEach
    void oneProcess() {
        INSTANCES.clear();
        INSTANCES.add(instance(PROCESSES.getFirst()));
    }

    @AfterAll
    static void stop() {
        PROCESSES.forEach(ConfigurableApplicationContext::close);
    }

    private static ConfigurableApplicationContext process(String... more) {
        Object service = Proxy.newProxyInstance(Embeddings.class.getClassLoader(), new Class<?>[] {Embeddings.class}, (proxy, method, arguments) ->
                method.getName().equals("hashCode") ? 1 : behaviour.apply(method.getName(), arguments));
        ConfigurableApplicationContext process = new SpringApplicationBuilder(Process.class)
                .initializers(fresh -> {
                    fresh.getBeanFactory().registerSingleton("registry", new Registry());
                    fresh.getBeanFactory().registerSingleton("topology", new RemoteTopology(Map.of(ROLE, List.of(Embeddings.class)), Map.of(), Set.of(), Set.of()));
                    fresh.getBeanFactory().registerSingleton("embeddings", service);
                })
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--spring.main.banner-mode=off",
                                        "--likeminds.services.secret=a-secret-that-is-long-enough-for-this-test",
                                        "--likeminds.remote.largest-message=" + LARGEST_MB + "MB"),
                                Stream.of(more))
                        .toArray(String[]::new));
        PROCESSES.add(process);
        return process;
    }

    private static ServiceInstance instance(ConfigurableApplicationContext process) {
        return new ServiceInstance(
                "one",
                Set.of(ROLE),
                URI.create("http://127.0.0.1:" + process.getEnvironment().getProperty("local.server.port")),
                "1",
                true,
                List.of(),
                Instant.now(),
                URI.create("grpc://127.0.0.1:" + process.getBean(GrpcServer.class).port()),
                List.of());
    }

    private static final class Registry implements ServiceRegistry {
        @Override
        public Registration register(NewInstance instance) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ServiceInstance> ready(String role) {
            return List.copyOf(INSTANCES);
        }

        @Override
        public List<ServiceInstance> all() {
            return List.copyOf(INSTANCES);
        }
    }

    private static AgentException refusal(Runnable call) {
        try {
            call.run();
        } catch (AgentException refused) {
            return refused;
        }
        throw new AssertionError("it was not refused");
    }

    @Test
    void aBatchOfManyPartsArrivesWholeAndInOrder() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        // Several megabytes of text there and of vectors back: more than one message may hold.
        List<String> texts = IntStream.range(0, 3_000).mapToObj(number -> number + "ä".repeat(random.nextInt(2_000))).toList();
        List<float[]> vectors = IntStream.range(0, 3_000).mapToObj(number -> vector(random, 384)).toList();
        List<Object> arrived = new ArrayList<>();
        behaviour = (method, arguments) -> {
            arrived.add(arguments[0]);
            return vectors;
        };
        List<float[]> back = remote.embedPassages(texts);
        assertThat(back).hasSameSizeAs(vectors);
        for (int index = 0; index < back.size(); index++) {
            assertThat(Arrays.equals(back.get(index), vectors.get(index))).as("vector %s", index).isTrue();
        }
        assertThat(arrived.equals(List.of(texts))).isTrue();
    }

    private static float[] vector(Random random, int length) {
        float[] vector = new float[length];
        for (int index = 0; index < length; index++) {
            vector[index] = random.nextFloat() * 2 - 1;
        }
        return vector;
    }

    @Test
    void moreThanIsAllowedIsRefusedOnTheWayThereAndOnTheWayBack() {
        behaviour = (method, arguments) -> new float[0];
        String large = "x".repeat((LARGEST_MB + 1) << 20);
        assertThat(refusal(() -> remote.embedQuery(large)).code()).isEqualTo("remote-too-large");
        behaviour = (method, arguments) -> new float[2 << 20];
        assertThat(refusal(() -> remote.embedQuery("x")).code()).isEqualTo("remote-too-large");
        behaviour = (method, arguments) -> Collections.nCopies(LARGEST_MB + 1, new float[1 << 18]);
        assertThat(refusal(() -> remote.embedPassages(List.of("x"))).code()).isEqualTo("remote-too-large");
        behaviour = (method, arguments) -> new float[] {1};
        assertThat(remote.embedQuery("x")).containsExactly(1);
    }

    @Test
    void theCallerIsKnownAndAnErrorSaysWhatItSaid() {
        TenantId tenant = new TenantId("acme");
        List<TenantId> seen = new ArrayList<>();
        behaviour = (method, arguments) -> {
            seen.add(CurrentIdentity.get().orElseThrow().tenant());
            throw new AgentException(AgentException.Kind.REFUSED, "too-odd", "This is „odd“.", "Write it plainly.");
        };
        try (CurrentIdentity.Scope _ = CurrentIdentity.enter(Identity.system(tenant))) {
            AgentException refused = refusal(() -> remote.embedQuery("x"));
            assertThat(List.of(refused.kind(), refused.code(), refused.fact(), refused.remedy()))
                    .containsExactly(AgentException.Kind.REFUSED, "too-odd", "This is „odd“.", "Write it plainly.");
        }
        assertThat(seen).containsExactly(tenant);
    }

    @Test
    void theTraceGoesOnInTheOtherProcess() {
        Tracer tracer = PROCESSES.getFirst().getBean(Tracer.class);
        List<String> seen = new ArrayList<>();
        behaviour = (method, arguments) -> {
            seen.add(Objects.requireNonNull(tracer.currentSpan()).context().traceId());
            return new float[] {1};
        };
        Span span = tracer.nextSpan().start();
        try (Tracer.SpanInScope _ = tracer.withSpan(span)) {
            remote.embedQuery("x");
        } finally {
            span.end();
        }
        assertThat(seen).containsExactly(span.context().traceId());
    }

    @Test
    void tokensOfManyTextsAreCountedInOneCall() {
        List<String> called = new ArrayList<>();
        behaviour = (method, arguments) -> {
            called.add(method);
            return (long) ((List<?>) arguments[0]).size();
        };
        assertThat(remote.totalTokens(Collections.nCopies(300, "one text"))).isEqualTo(300);
        assertThat(called).containsExactly("totalTokens");
    }

    @Test
    void withoutATokenNothingIsCalledNorCollected() throws Exception {
        behaviour = (method, arguments) -> {
            throw new AssertionError("it was called");
        };
        URI address = INSTANCES.getFirst().grpc();
        ManagedChannel channel = NettyChannelBuilder.forAddress(address.getHost(), address.getPort()).usePlaintext().build();
        try {
            BlockingClientCall<Part, Part> call = BulkGrpc.newBlockingV2Stub(channel).withDeadlineAfter(30, TimeUnit.SECONDS).call();
            call.write(Part.newBuilder().setPath(ROLE + "/Embeddings/embedQuery").build());
            assertThat(call.read().getProblem().getCode()).isEqualTo("service-token-invalid");
            assertThatThrownBy(call::read).isInstanceOfSatisfying(
                    StatusException.class, ended -> assertThat(ended.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED));
        } finally {
            channel.shutdownNow();
        }
    }

    @Test
    void aCallerThatGivesUpOrRunsOutOfTimeInterruptsTheWork() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch interrupted = new CountDownLatch(2);
        behaviour = (method, arguments) -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException expected) {
                interrupted.countDown();
            }
            return null;
        };
        Embeddings impatient = process("--likeminds.remote.limits.search=5s").getBean(RemoteCalls.class).proxy(ROLE, Embeddings.class);
        assertThat(refusal(() -> impatient.embedQuery("x")).code()).isEqualTo("remote-slow");
        List<String> codes = new CopyOnWriteArrayList<>();
        Thread caller = Thread.ofPlatform().start(() -> codes.add(refusal(() -> remote.embedPassages(List.of("x"))).code() + Thread.currentThread().isInterrupted()));
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        caller.join();
        assertThat(codes).containsExactly("interruptedtrue");
    }

    @Test
    void aProcessThatWasStartedAgainElsewhereIsCalledThere() {
        behaviour = (method, arguments) -> new float[] {1};
        ConfigurableApplicationContext old = process();
        ServiceInstance gone = instance(old);
        INSTANCES.clear();
        INSTANCES.add(gone);
        assertThat(remote.embedQuery("x")).containsExactly(1);
        old.close();
        // It is found for a while longer.
        INSTANCES.add(instance(PROCESSES.getFirst()));
        for (int call = 0; call < 6; call++) {
            assertThat(remote.embedQuery("x")).containsExactly(1);
        }
        assertThat(PROCESSES.getFirst().getBean(RemoteCalls.class).targets())
                .filteredOn(target -> target.address().equals(gone.address()))
                .allSatisfy(target -> assertThat(target.failures()).isPositive());
    }

    @Test
    void aProcessThatIsGoneIsHeldBackAndItsRoleIsSeenToBe() {
        ServiceInstance here = INSTANCES.removeFirst();
        INSTANCES.add(new ServiceInstance(
                "gone", here.roles(), URI.create("http://127.0.0.1:2"), "1", true, List.of(), Instant.now(), URI.create("grpc://127.0.0.1:1"), List.of()));
        long before = CircuitBreaker.transitions().get("role " + ROLE).get(CircuitBreaker.State.OPEN);
        assertThat(refusal(() -> remote.embedQuery("x")).code()).isEqualTo("role-unavailable");
        assertThat(CircuitBreaker.states()).containsEntry("role " + ROLE, CircuitBreaker.State.OPEN);
        assertThat(CircuitBreaker.transitions().get("role " + ROLE)).containsEntry(CircuitBreaker.State.OPEN, before + 1);
        assertThat(PROCESSES.getFirst().getBean(RemoteCalls.class).targets())
                .filteredOn(RemoteCalls.Target::open)
                .extracting(RemoteCalls.Target::address)
                .contains(URI.create("http://127.0.0.1:2"));
    }

    @Test
    void aProcessWithoutGrpcIsOneOfAnotherVersion() {
        ServiceInstance old = INSTANCES.removeFirst();
        INSTANCES.add(new ServiceInstance("old", old.roles(), old.address(), "0", true, List.of(), Instant.now()));
        assertThat(refusal(() -> remote.embedQuery("x")))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("remote-unknown"))
                .satisfies(refused -> assertThat(refused.getMessage()).contains("no calls over gRPC"));
    }
}
