package community.likeminds.agent.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final CircuitBreaker breaker = new CircuitBreaker(2, Duration.ofNanos(10), now::get);

    @Test
    void opensAfterFailuresInARowAndClosesWhenATryWorks() {
        assertThat(breaker.failed()).isFalse();
        breaker.succeeded();
        assertThat(breaker.failed()).isFalse();
        assertThat(breaker.lets()).isTrue();
        assertThat(breaker.failed()).isTrue();
        assertThat(breaker.lets()).isFalse();
        now.addAndGet(9);
        assertThat(breaker.lets()).isFalse();
        now.addAndGet(1);
        assertThat(breaker.lets()).describedAs("one may try").isTrue();
        assertThat(breaker.lets()).describedAs("and only one").isFalse();
        breaker.succeeded();
        assertThat(breaker.lets()).isTrue();
        assertThat(breaker.lets()).isTrue();
    }

    @Test
    void aTryThatFailsOpensAgainAndOneThatIsAbandonedLetsTheNextTry() {
        breaker.failed();
        breaker.failed();
        now.addAndGet(10);
        assertThat(breaker.lets()).isTrue();
        assertThat(breaker.failed()).isTrue();
        assertThat(breaker.lets()).isFalse();
        now.addAndGet(10);
        assertThat(breaker.lets()).isTrue();
        breaker.abandoned();
        assertThat(breaker.lets()).isTrue();
    }

    @Test
    void whereItStandsIsSaid() {
        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.CLOSED);
        breaker.failed();
        breaker.failed();
        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.OPEN);
        now.addAndGet(10);
        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.HALF_OPEN);
        breaker.lets();
        breaker.succeeded();
        assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void theWorstOfEachNameIsShown() {
        CircuitBreaker well = new CircuitBreaker("something-shown", 1, Duration.ofHours(1));
        CircuitBreaker ill = new CircuitBreaker("something-shown", 1, Duration.ofHours(1));
        assertThat(CircuitBreaker.states()).containsEntry("something-shown", CircuitBreaker.State.CLOSED);
        ill.failed();
        assertThat(CircuitBreaker.states()).containsEntry("something-shown", CircuitBreaker.State.OPEN);
        assertThat(well.lets()).isTrue();
    }

    @Test
    void howOftenAStateWasReachedIsCounted() {
        CircuitBreaker counted = new CircuitBreaker("something-counted", 1, Duration.ZERO);
        assertThat(CircuitBreaker.transitions().get("something-counted")).containsEntry(CircuitBreaker.State.OPEN, 0L);
        counted.failed();
        assertThat(counted.lets()).isTrue();
        counted.failed();
        assertThat(counted.lets()).isTrue();
        counted.succeeded();
        counted.succeeded();
        assertThat(CircuitBreaker.transitions().get("something-counted"))
                .containsEntry(CircuitBreaker.State.OPEN, 2L)
                .containsEntry(CircuitBreaker.State.HALF_OPEN, 2L)
                .containsEntry(CircuitBreaker.State.CLOSED, 1L);
    }
}
