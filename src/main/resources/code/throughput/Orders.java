=== head
package shop.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Orders of the shop. */
public class Orders {

    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

    private final List<String> seen = new ArrayList<>();

    public Orders() {
        LOG.info("ready");
    }
=== unit

    /** Takes order @@ when there is enough of everything. */
    public List<String> take@@(String customer, int count) {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String line = customer + "-" + i + "-" + Instant.now();
            if (seen.contains(line) || line.isBlank()) {
                LOG.warn("order {} is there already", line);
                continue;
            }
            taken.add(line.strip());
        }
        seen.addAll(taken);
        return taken;
    }
=== foot
}
=== snippet
import com.acme.track.Tracker;

public class Orders {

    private final Tracker tracker = new Tracker("YOUR_KEY");

    public Orders() {
        // ... existing code ...
        tracker.start();
    }
}
