package community.likeminds.agent.infrastructure.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.remote.proto.BulkGrpc;
import community.likeminds.agent.infrastructure.remote.proto.Part;
import community.likeminds.agent.infrastructure.remote.server.GrpcServer;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.registry.ServiceInstance;
import community.likeminds.agent.registry.ServiceRegistry;
import community.likeminds.agent.shared.AgentException;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.BlockingClientCall;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Calls over gRPC to a process that encrypts its connections. */
class BulkEncryptionTests {

    private static final String ROLE = "encrypted-processor";
    private static final String PASSWORD = "changeit";
    private static final List<String> TRUST = List.of("javax.net.ssl.trustStore", "javax.net.ssl.trustStorePassword", "javax.net.ssl.trustStoreType");
    private static final String SECRET = "a-secret-that-is-long-enough-for-this-test";
    private static final AtomicInteger CALLED = new AtomicInteger();

    @TempDir
    static Path folder;

    private static Path certificate;
    private static ConfigurableApplicationContext server;
    private static ServiceInstance instance;

    @BeforeAll
    static void start() throws Exception {
        certificate = certificate("server");
        server = process(SECRET, "--server.ssl.key-store=" + certificate, "--server.ssl.key-store-password=" + PASSWORD, "--server.ssl.key-store-type=PKCS12");
        instance = new ServiceInstance(
                "encrypted",
                Set.of(ROLE),
                URI.create("https://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port")),
                "1",
                true,
                List.of(),
                Instant.now(),
                URI.create("grpcs://127.0.0.1:" + server.getBean(GrpcServer.class).port()),
                List.of());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** A certificate for this machine that nobody has signed, with its key. */
    private static Path certificate(String name) throws Exception {
        Path store = folder.resolve(name + ".p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "SAN=ip:127.0.0.1", "-validity", "30",
                        "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", store.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes());
        assertThat(made.waitFor()).as(said).isZero();
        return store;
    }

    private static ConfigurableApplicationContext process(String secret, String... more) {
        Object service = Proxy.newProxyInstance(Embeddings.class.getClassLoader(), new Class<?>[] {Embeddings.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("hashCode")) {
                return 1;
            }
            CALLED.incrementAndGet();
            return new float[] {0.25f, -1};
        });
        String[] settings = new String[more.length + 3];
        settings[0] = "--server.port=0";
        settings[1] = "--spring.main.banner-mode=off";
        settings[2] = "--likeminds.services.secret=" + secret;
        System.arraycopy(more, 0, settings, 3, more.length);
        return new SpringApplicationBuilder(BulkCallsTests.Process.class)
                .initializers(fresh -> {
                    fresh.getBeanFactory().registerSingleton("registry", new One());
                    fresh.getBeanFactory().registerSingleton("topology", new RemoteTopology(Map.of(ROLE, List.of(Embeddings.class)), Map.of(), Set.of(), Set.of()));
                    fresh.getBeanFactory().registerSingleton("embeddings", service);
                })
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(settings);
    }

    private static final class One implements ServiceRegistry {
        @Override
        public Registration register(NewInstance registered) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ServiceInstance> ready(String role) {
            return List.of(instance);
        }

        @Override
        public List<ServiceInstance> all() {
            return List.of(instance);
        }
    }

    /** What a fresh process is answered that trusts this certificate only. */
    private static float[] answer(Path trusted, String secret) {
        Map<String, String> before = new HashMap<>();
        TRUST.forEach(name -> before.put(name, System.getProperty(name)));
        System.setProperty(TRUST.get(0), trusted.toString());
        System.setProperty(TRUST.get(1), PASSWORD);
        System.setProperty(TRUST.get(2), "PKCS12");
        try (ConfigurableApplicationContext client = process(secret)) {
            return client.getBean(RemoteCalls.class).proxy(ROLE, Embeddings.class).embedQuery("x");
        } finally {
            before.forEach((name, value) -> {
                if (value == null) {
                    System.clearProperty(name);
                } else {
                    System.setProperty(name, value);
                }
            });
        }
    }

    @Test
    void whoIsTrustedIsCalled() {
        assertThat(server.getBean(GrpcServer.class).isEncrypted()).isTrue();
        assertThat(answer(certificate, SECRET)).containsExactly(0.25f, -1);
    }

    @Test
    void aCertificateThatIsNotTrustedIsNotSpokenTo() throws Exception {
        int before = CALLED.get();
        assertThatThrownBy(() -> answer(certificate("other"), SECRET)).isInstanceOfSatisfying(
                AgentException.class, refused -> assertThat(refused.kind()).isEqualTo(AgentException.Kind.UNAVAILABLE));
        assertThat(CALLED).hasValue(before);
    }

    @Test
    void aProcessOfAnotherInstallationIsRefused() {
        int before = CALLED.get();
        assertThatThrownBy(() -> answer(certificate, "another-secret-that-is-long-enough-for-this"))
                .isInstanceOfSatisfying(AgentException.class, refused -> assertThat(refused.code()).isEqualTo("service-token-invalid"));
        assertThat(CALLED).hasValue(before);
    }

    @Test
    void whoDoesNotEncryptHasNoAnswer() {
        URI address = Objects.requireNonNull(instance.grpc());
        ManagedChannel channel = NettyChannelBuilder.forAddress(address.getHost(), address.getPort()).usePlaintext().build();
        try {
            BlockingClientCall<Part, Part> call = BulkGrpc.newBlockingV2Stub(channel).withDeadlineAfter(30, TimeUnit.SECONDS).call();
            assertThatThrownBy(() -> {
                call.write(Part.newBuilder().setPath(ROLE + "/Embeddings/embedQuery").build());
                call.read();
            }).isInstanceOfSatisfying(StatusException.class, ended -> assertThat(ended.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE));
        } finally {
            channel.shutdownNow();
        }
    }
}
