package community.likeminds.agent.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.auth.CurrentIdentity;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.messaging.Database;
import community.likeminds.agent.infrastructure.secrets.RealSecrets;
import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import community.likeminds.agent.shared.TenantId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What repeated requests are answered; on every database. */
abstract class IdempotencyContract {

    private static final Identity USER = new Identity("u1", "u", new TenantId("a"), Identity.Kind.USER, java.util.Set.of());
    private static final Identity OTHER = new Identity("u2", "v", new TenantId("a"), Identity.Kind.USER, java.util.Set.of());

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00.123456789Z"));
    private final AtomicInteger carriedOut = new AtomicInteger();

    @TempDir
    Path folder;

    abstract Database database();

    @AfterEach
    void close() {
        database().close();
    }

    @Test
    void anAnswerIsReplayedAfterItWasEncryptedAnew() throws Exception {
        SecretEncryption encryption = RealSecrets.in(folder);
        IdempotencyFilter filter = new IdempotencyFilter(new IdempotencyKeys(database().jdbc(), encryption, clock(), Duration.ofHours(24)));
        send(filter, USER, "k1", "{\"a\":1}", answering(201, "made é"));
        List<Boolean> replaced = new ArrayList<>();
        IdempotencyKeys.values(database().jdbc()).each(kept -> {
            String answer = encryption.decrypt(kept.tenant(), kept.name(), kept.encrypted());
            replaced.add(kept.replacement().with(encryption.encrypt(kept.tenant(), kept.name(), answer)));
            assertThat(kept.replacement().with("lost")).as("changed meanwhile").isFalse();
        });
        assertThat(replaced).containsExactly(true);
        assertThat(send(filter, USER, "k1", "{\"a\":1}", answering(500, "never")).getStatus()).isEqualTo(201);
    }

    @Test
    void theSameRequestIsAnsweredTheSameAndCarriedOutOnce() throws Exception {
        IdempotencyFilter filter = filter();
        MockHttpServletResponse first = send(filter, USER, "k1", "{\"a\":1}", answering(201, "made é"));
        MockHttpServletResponse again = send(filter(), USER, "k1", "{\"a\":1}", answering(500, "never"));
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getContentAsByteArray()).isEqualTo(first.getContentAsByteArray());
        assertThat(again.getHeader("Location")).isEqualTo("/api/v1/things/1");
        assertThat(again.getContentType()).isEqualTo(first.getContentType());
        assertThat(again.getHeader("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.getHeader("Idempotency-Replayed")).isNull();
        assertThat(carriedOut).hasValue(1);
        assertThat(database().jdbc().queryForObject("select answer from idempotency_keys", String.class)).doesNotContain("made");
    }

    @Test
    void anotherRequestUnderTheKeyIsRefusedAndKeysBelongToTheirCallers() throws Exception {
        IdempotencyFilter filter = filter();
        send(filter, USER, "k1", "{\"a\":1}", answering(200, "1"));
        MockHttpServletResponse other = send(filter, USER, "k1", "{\"a\":2}", answering(200, "2"));
        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(other.getContentAsString()).contains("idempotency-key-reused");
        assertThat(send(filter, OTHER, "k1", "{\"a\":2}", answering(200, "3")).getContentAsString()).isEqualTo("3");
        assertThat(carriedOut).hasValue(2);
    }

    @Test
    void concurrentRepeatsAreCarriedOutOnce() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        FilterChain slow = (request, response) -> {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            answering(200, "once").doFilter(request, response);
        };
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<MockHttpServletResponse> first = callers.submit(() -> send(filter(), USER, "k1", "{}", slow));
            begun.await();
            List<Future<MockHttpServletResponse>> repeats = new ArrayList<>();
            for (int times = 0; times < 8; times++) {
                repeats.add(callers.submit(() -> send(filter(), USER, "k1", "{}", slow)));
            }
            for (Future<MockHttpServletResponse> repeat : repeats) {
                assertThat(repeat.get().getStatus()).isEqualTo(409);
                assertThat(repeat.get().getContentAsString()).contains("request-running");
            }
            end.countDown();
            assertThat(first.get().getContentAsString()).isEqualTo("once");
        }
        assertThat(send(filter(), USER, "k1", "{}", slow).getContentAsString()).isEqualTo("once");
        assertThat(carriedOut).hasValue(1);
    }

    @Test
    void whatFailedMayBeSentAgain() throws Exception {
        IdempotencyFilter filter = filter();
        assertThat(send(filter, USER, "k1", "{}", answering(503, "away")).getStatus()).isEqualTo(503);
        assertThatThrownBy(() -> send(filter, USER, "k1", "{}", (request, response) -> {
                    throw new ServletException("broken");
                }))
                .hasMessage("broken");
        assertThat(send(filter, USER, "k1", "{}", answering(200, "done")).getContentAsString()).isEqualTo("done");
        assertThat(send(filter, USER, "k2", "{}", answering(404, "no")).getStatus()).isEqualTo(404);
        assertThat(send(filter, USER, "k2", "{}", answering(200, "yes")).getStatus()).as("a refusal is an answer").isEqualTo(404);
    }

    @Test
    void aKeyOfAGatewayThatDiedIsTakenOverAndAKeyEnds() throws Exception {
        assertThat(keys().begin(USER, "k1", "r")).isInstanceOf(IdempotencyKeys.Known.First.class);
        assertThat(keys().begin(USER, "k1", "r")).isInstanceOf(IdempotencyKeys.Known.Running.class);
        now.set(now.get().plus(IdempotencyKeys.SILENCE).plusSeconds(1));
        IdempotencyKeys heir = keys();
        assertThat(heir.begin(USER, "k1", "r")).isInstanceOf(IdempotencyKeys.Known.First.class);
        now.set(now.get().plus(IdempotencyKeys.SILENCE).minusSeconds(1));
        heir.beat();
        now.set(now.get().plusSeconds(30));
        assertThat(keys().begin(USER, "k1", "r")).as("it still waits").isInstanceOf(IdempotencyKeys.Known.Running.class);
        heir.answered(USER, "k1", new StoredAnswer(200, java.util.Map.of(), new byte[0]));
        assertThat(keys().begin(USER, "k1", "other")).isInstanceOf(IdempotencyKeys.Known.Other.class);
        now.set(now.get().plus(Duration.ofHours(25)));
        assertThat(keys().begin(USER, "k1", "other")).isInstanceOf(IdempotencyKeys.Known.First.class);
    }

    @Test
    void aHeaderThatIsNoKeyIsRefusedAndOtherMethodsDoNotCare() throws Exception {
        assertThat(send(filter(), USER, "k ü", "{}", answering(200, "1")).getStatus()).isEqualTo(400);
        assertThat(send(filter(), USER, "k".repeat(201), "{}", answering(200, "1")).getStatus()).isEqualTo(400);
        assertThat(carriedOut).hasValue(0);
    }

    private IdempotencyFilter filter() {
        return new IdempotencyFilter(keys());
    }

    private IdempotencyKeys keys() {
        return new IdempotencyKeys(database().jdbc(), new Reversing(), clock(), Duration.ofHours(24));
    }

    private FilterChain answering(int status, String text) {
        return (request, response) -> {
            carriedOut.incrementAndGet();
            assertThat(request.getInputStream().readAllBytes()).isNotEmpty();
            ((HttpServletResponse) response).setStatus(status);
            ((HttpServletResponse) response).setHeader("Location", "/api/v1/things/1");
            response.setContentType("text/plain;charset=UTF-8");
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        };
    }

    private static MockHttpServletResponse send(IdempotencyFilter filter, Identity caller, String key, String body, FilterChain chain) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/things");
        request.addHeader("Idempotency-Key", key);
        request.setContentType("application/json");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        MockHttpServletResponse response = new MockHttpServletResponse();
        try (var scope = CurrentIdentity.enter(caller)) {
            filter.doFilter(request, response, chain);
        }
        return response;
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    /** Readable for nobody who does not know how, and only under the name that it was made for. */
    private static final class Reversing implements SecretEncryption {

        @Override
        public String encrypt(TenantId tenant, String name, String value) {
            return Base64.getEncoder().encodeToString((tenant.value() + "|" + name + "|" + value).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String decrypt(TenantId tenant, String name, String encrypted) {
            String text = new String(Base64.getDecoder().decode(encrypted), StandardCharsets.UTF_8);
            String prefix = tenant.value() + "|" + name + "|";
            assertThat(text).startsWith(prefix);
            return text.substring(prefix.length());
        }

        @Override
        public String rewrap(TenantId tenant, String name, String encrypted) {
            return encrypted;
        }
    }
}
