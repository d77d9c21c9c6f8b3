package community.likeminds.agent.processors.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EditThroughputTest {

    static List<String> samples() {
        return EditThroughput.samples();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void measuresMergesThatChangeSomething(String sample) {
        EditThroughput.Speed speed = EditThroughput.measure(sample, Duration.ZERO, Duration.ZERO);

        assertThat(speed.bytes()).isGreaterThan(230_000);
        assertThat(speed.mbPerSecond()).isPositive();
    }
}
