package community.likeminds.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.registry.ServiceRegistry.NewInstance;
import community.likeminds.agent.registry.ServiceRegistry.Registration;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every registry does. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class ServiceRegistryContract {

    private final List<Registration> registrations = new ArrayList<>();

    /** Of one installation that has nothing registered yet; every call gives another client of it. */
    protected abstract ServiceRegistry registry();

    /** Ends a process without a word: nobody sends its heartbeat any more. */
    protected abstract void kill(Registration registration);

    @AfterEach
    void goodbye() {
        registrations.forEach(Registration::close);
    }

    private Registration register(String id, int port, String... roles) {
        Registration registration =
                registry().register(new NewInstance(id, Set.of(roles), URI.create("http://127.0.0.1:" + port), "1.0", URI.create("grpc://127.0.0.1:" + (port + 1_000))));
        registrations.add(registration);
        return registration;
    }

    protected static void until(BooleanSupplier condition) throws InterruptedException {
        for (int tries = 0; tries < 1_200 && !condition.getAsBoolean(); tries++) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void aProcessIsFoundByItsRolesOnceItIsReady() throws Exception {
        Registration first = register("a-1", 9001, "gateway", "vector-docs");
        until(() -> registry().all().size() == 1);
        ServiceInstance starting = registry().all().getFirst();
        assertThat(starting.ready()).isFalse();
        assertThat(starting.missing()).isNotEmpty();
        assertThat(registry().ready("gateway")).isEmpty();

        first.missing(List.of());
        until(() -> registry().ready("vector-docs").size() == 1);
        ServiceInstance found = registry().ready("gateway").getFirst();
        assertThat(found.id()).isEqualTo("a-1");
        assertThat(found.address()).isEqualTo(URI.create("http://127.0.0.1:9001"));
        assertThat(found.grpc()).isEqualTo(URI.create("grpc://127.0.0.1:10001"));
        assertThat(found.roles()).containsExactlyInAnyOrder("gateway", "vector-docs");
        assertThat(found.version()).isEqualTo("1.0");
        assertThat(registry().ready("coding-agent")).isEmpty();

        first.heldBack(List.of("vector-code at http://127.0.0.1:9009"));
        until(() -> !registry().all().getFirst().heldBack().isEmpty());
        assertThat(registry().ready("gateway").getFirst().heldBack()).containsExactly("vector-code at http://127.0.0.1:9009");
        first.heldBack(List.of());

        first.missing(List.of("the database does not answer", "no role vector-code"));
        until(() -> registry().ready("gateway").isEmpty());
        assertThat(registry().all().getFirst().missing()).containsExactly("the database does not answer", "no role vector-code");
    }

    @Test
    void severalProcessesOfARoleAreAllFoundAndOneThatSaysGoodbyeIsGoneAtOnce() throws Exception {
        register("b-1", 9001, "gateway").missing(List.of());
        Registration second = register("b-2", 9002, "gateway");
        second.missing(List.of());
        until(() -> registry().ready("gateway").size() == 2);
        second.close();
        assertThat(registry().ready("gateway")).extracting(ServiceInstance::id).containsExactly("b-1");
    }

    @Test
    void aProcessThatDiesWithoutAWordIsNoLongerFound() throws Exception {
        Registration dying = register("c-1", 9001, "gateway");
        dying.missing(List.of());
        until(() -> registry().ready("gateway").size() == 1);
        kill(dying);
        until(() -> registry().ready("gateway").isEmpty());
    }
}
