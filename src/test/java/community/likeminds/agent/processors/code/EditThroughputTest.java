package community.likeminds.agent.processors.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditThroughputTest {

    @Test
    void measuresMergesThatChangeSomething() {
        EditThroughput.Result result = EditThroughput.measure(20);

        assertThat(result.merges()).isEqualTo(20);
        assertThat(result.perSecond()).isPositive();
        assertThat(result.p99Micros()).isGreaterThanOrEqualTo(result.p50Micros());
    }
}
