package community.likeminds.agent.registry.discovery;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a process says of itself, as lines that any registry can keep.
 *
 * @param missing what it waits for; it is ready when that is nothing
 * @param heldBack calls that it holds back
 */
public record Notes(List<String> missing, List<String> heldBack) {

    private static final String HELD_BACK = "held back: ";

    public Notes {
        missing = List.copyOf(missing);
        heldBack = List.copyOf(heldBack);
    }

    public boolean ready() {
        return missing.isEmpty();
    }

    public String text() {
        return String.join("\n", Stream.concat(missing.stream(), heldBack.stream().map(HELD_BACK::concat)).toList());
    }

    public static Notes of(String text) {
        return new Notes(
                text.lines().filter(line -> !line.startsWith(HELD_BACK)).toList(),
                text.lines().filter(line -> line.startsWith(HELD_BACK)).map(line -> line.substring(HELD_BACK.length())).toList());
    }
}
