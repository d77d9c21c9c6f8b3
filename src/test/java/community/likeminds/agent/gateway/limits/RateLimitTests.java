package community.likeminds.agent.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.gateway.routing.Routes;
import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.CurrentIdentity;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.storage.Caches;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitTests {

    private final AtomicLong now = new AtomicLong();
    private final AtomicBoolean away = new AtomicBoolean();
    private final RateLimits limits = new RateLimits(caches(away), clock(now));

    @Test
    void tokensComeBackEvenly() {
        for (int times = 1; times <= 60; times++) {
            assertThat(limits.count(TenantId.DEFAULT, "a", 60)).isEqualTo(new RateLimits.Count(true, 60, 60 - times, times, 0));
        }
        assertThat(limits.count(TenantId.DEFAULT, "a", 60)).isEqualTo(new RateLimits.Count(false, 60, 0, 60, 1));
        assertThat(limits.count(TenantId.DEFAULT, "b", 60).allowed()).as("another caller").isTrue();
        assertThat(limits.count(new TenantId("other"), "a", 60).allowed()).as("another organisation").isTrue();
        now.addAndGet(2_000_000_000L);
        assertThat(limits.count(TenantId.DEFAULT, "a", 60).allowed()).isTrue();
        assertThat(limits.count(TenantId.DEFAULT, "a", 60).allowed()).isTrue();
        assertThat(limits.count(TenantId.DEFAULT, "a", 60).allowed()).isFalse();
    }

    @Test
    void whileTheCacheIsAwayThisProcessCountsForItselfAndSaysSo() {
        away.set(true);
        for (int times = 0; times < 10; times++) {
            assertThat(limits.count(TenantId.DEFAULT, "a", 10).allowed()).isTrue();
        }
        assertThat(limits.count(TenantId.DEFAULT, "a", 10).allowed()).isFalse();
        assertThat(new RateLimitConfiguration().rateLimitHealth(limits).check().missing()).contains("counts requests for itself");
        away.set(false);
        assertThat(limits.count(TenantId.DEFAULT, "a", 10).allowed()).isTrue();
        assertThat(new RateLimitConfiguration().rateLimitHealth(limits).check().ready()).isTrue();
    }

    @Test
    void manyRequestsAtOnceDoNotSpoilEachOthersAttempts() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Caches slow = region -> counting(caches(away).of(region), asked);
        RateLimits together = new RateLimits(slow, clock(now));
        int callers = 200;
        AtomicInteger allowed = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < callers; caller++) {
                threads.execute(() -> {
                    if (together.count(TenantId.DEFAULT, "a", 120).allowed()) {
                        allowed.incrementAndGet();
                    }
                });
            }
        }
        assertThat(allowed).hasValue(120);
        assertThat(asked.get()).as("questions to the cache").isLessThan(2 * callers);
    }

    @Test
    void manyRequestsAtOnceAreCountedWhileTheCacheIsAway() throws Exception {
        away.set(true);
        RateLimits alone = new RateLimits(region -> counting(caches(away).of(region), new AtomicInteger()), clock(now));
        AtomicInteger allowed = new AtomicInteger();
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < 200; caller++) {
                threads.execute(() -> {
                    try {
                        allowed.addAndGet(alone.count(TenantId.DEFAULT, "a", 120).allowed() ? 1 : 0);
                    } catch (RuntimeException failed) {
                        failures.add(failed);
                    }
                });
            }
        }
        assertThat(failures).isEmpty();
        assertThat(allowed).hasValue(120);
    }

    @Test
    void whatAnotherGatewayTookIsSeenAlthoughThisOneRemembersItsOwn() {
        Caches one = caches(away);
        RateLimits here = new RateLimits(one, clock(now));
        RateLimits there = new RateLimits(one, clock(now));
        for (int times = 1; times <= 30; times++) {
            assertThat(here.count(TenantId.DEFAULT, "a", 60).remaining()).isEqualTo(60 - 2L * times + 1);
            assertThat(there.count(TenantId.DEFAULT, "a", 60).remaining()).isEqualTo(60 - 2L * times);
        }
        assertThat(here.count(TenantId.DEFAULT, "a", 60).allowed()).isFalse();
        assertThat(there.count(TenantId.DEFAULT, "a", 60).allowed()).isFalse();
        now.addAndGet(1_000_000_000L);
        assertThat(there.count(TenantId.DEFAULT, "a", 60).allowed()).isTrue();
        assertThat(here.count(TenantId.DEFAULT, "a", 60).allowed()).isFalse();
    }

    /** A cache as far away as one over a network, which counts what it is asked. */
    private static Caches.Cache counting(Caches.Cache cache, AtomicInteger asked) {
        return (Caches.Cache) Proxy.newProxyInstance(Caches.Cache.class.getClassLoader(), new Class<?>[] {Caches.Cache.class}, (proxy, method, arguments) -> {
            asked.incrementAndGet();
            Thread.sleep(1);
            try {
                return method.invoke(cache, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        });
    }

    @Test
    void aCallerIsToldWhatIsLeftAndWhenToComeBack() throws Exception {
        RateLimitFilter filter = new RateLimitFilter(limits, () -> new RateLimitProperties(2, 1, 1, 1, 10), () -> Routes.ofControllers("documentation-agent", "community.likeminds.agent.agents.documentation"));
        Identity user = new Identity("u1", "u", TenantId.DEFAULT, Identity.Kind.USER, AccessRole.permissions(Set.of(AccessRole.DEVELOPER)));
        assertThat(send(filter, user, "GET", "/api/v1/sources").getHeader("RateLimit-Remaining")).isEqualTo("1");
        assertThat(send(filter, user, "GET", "/api/v1/search").getHeader("RateLimit-Remaining")).isEqualTo("0");
        MockHttpServletResponse refused = send(filter, user, "GET", "/api/v1/sources");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("30");
        assertThat(refused.getHeader("RateLimit-Limit")).isEqualTo("2");
        assertThat(refused.getHeader("RateLimit-Reset")).isEqualTo("60");
        assertThat(refused.getContentAsString()).contains("\"code\":\"rate-limited\"");
        assertThat(send(filter, user, "POST", "/api/v1/answers").getStatus()).as("another group").isEqualTo(200);
        assertThat(send(filter, user, "POST", "/api/v1/answers").getStatus()).isEqualTo(429);
        for (int times = 0; times < 5; times++) {
            assertThat(send(filter, Identity.local(), "GET", "/api/v1/sources").getStatus()).as("who sits at the machine").isEqualTo(200);
        }
    }

    @Test
    void anAddressIsCountedWhoeverItIs() throws Exception {
        AddressLimitFilter filter = new AddressLimitFilter(limits, () -> 3);
        for (int times = 0; times < 3; times++) {
            assertThat(sendFrom(filter, "203.0.113.9").getStatus()).isEqualTo(200);
        }
        assertThat(sendFrom(filter, "203.0.113.9").getStatus()).isEqualTo(429);
        assertThat(sendFrom(filter, "2001:db8::1").getStatus()).isEqualTo(200);
        for (int times = 0; times < 5; times++) {
            assertThat(sendFrom(filter, "127.0.0.1").getStatus()).isEqualTo(200);
        }
    }

    private static MockHttpServletResponse send(RateLimitFilter filter, Identity caller, String method, String path) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        try (var scope = CurrentIdentity.enter(caller)) {
            filter.doFilter(new MockHttpServletRequest(method, path), response, new MockFilterChain());
        }
        return response;
    }

    private static MockHttpServletResponse sendFrom(AddressLimitFilter filter, String address) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/auth/sign-in");
        request.setRemoteAddr(address);
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }

    static io.github.bucket4j.TimeMeter clock(AtomicLong nanos) {
        return new io.github.bucket4j.TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    static Caches caches(AtomicBoolean away) {
        Map<String, String> values = new ConcurrentHashMap<>();
        return region -> new Caches.Cache() {
            @Override
            public Optional<String> get(TenantId tenant, String key) {
                return away.get() ? Optional.empty() : Optional.ofNullable(values.get(tenant.value() + "/" + key));
            }

            @Override
            public void put(TenantId tenant, String key, String value) {
                values.put(tenant.value() + "/" + key, value);
            }

            @Override
            public boolean replace(TenantId tenant, String key, @Nullable String expected, String value) {
                if (away.get()) {
                    throw new AgentException(AgentException.Kind.UNAVAILABLE, "cache-unreachable", "It is away.", "Start it.");
                }
                return expected == null
                        ? values.putIfAbsent(tenant.value() + "/" + key, value) == null
                        : values.replace(tenant.value() + "/" + key, expected, value);
            }

            @Override
            public long add(TenantId tenant, String key, long amount) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void remove(TenantId tenant, String key) {
                values.remove(tenant.value() + "/" + key);
            }

            @Override
            public void clear(TenantId tenant) {
                values.clear();
            }
        };
    }
}
