=== head
package shop.orders

import java.time.Instant

/** Orders of the shop. */
class Orders(private val name: String) {

    private val seen = mutableListOf<String>()

    fun start() {
        println("ready")
    }
=== unit

    /** Takes order @@ when there is enough of everything. */
    fun take@@(customer: String, count: Int): List<String> {
        val taken = mutableListOf<String>()
        for (i in 0 until count) {
            val line = "$customer-$i-${Instant.now()}"
            if (line in seen || line.isBlank()) {
                println("order $line is there already")
                continue
            }
            taken.add(line.trim())
        }
        seen += taken
        return taken
    }
=== foot
}
=== snippet
import com.acme.track.Tracker

class Orders {

    private val tracker = Tracker("YOUR_KEY")

    fun start() {
        // ... existing code ...
        tracker.start()
    }
}
