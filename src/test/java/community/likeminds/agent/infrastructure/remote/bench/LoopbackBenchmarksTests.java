package community.likeminds.agent.infrastructure.remote.bench;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.infrastructure.remote.RemoteBenchmarks.Measurement;
import community.likeminds.agent.shared.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopbackBenchmarksTests {

    @Test
    void everyWayIsMeasured() {
        List<Measurement> measured = new LoopbackBenchmarks().run(50, Progress.NONE);
        assertThat(measured).extracting(Measurement::unit).containsExactly("vectors/s", "ms");
        assertThat(measured).allSatisfy(one -> {
            assertThat(one.grpc()).isPositive();
            assertThat(one.http()).isPositive();
            assertThat(one.local()).isPositive();
        });
        System.out.println(measured);
    }
}
