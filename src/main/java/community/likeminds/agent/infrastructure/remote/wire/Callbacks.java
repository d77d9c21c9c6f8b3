package community.likeminds.agent.infrastructure.remote.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions among the arguments of one call; they stay with the caller and are called back by their number. */
public final class Callbacks {

    /** Attribute of a writer or reader under which the callbacks of the call at hand are found. */
    static final String ATTRIBUTE = "likeminds.callbacks";

    private final List<Object> functions = new ArrayList<>();

    /** Keeps a function of the caller's; returns its number. */
    int keep(Object function) {
        functions.add(function);
        return functions.size() - 1;
    }

    public Object get(int number) {
        if (number < 0 || number >= functions.size()) {
            throw Signatures.unknown("there is no callback " + number);
        }
        return functions.get(number);
    }

    /** How the process that works for the caller reaches the caller's functions. */
    public interface Back {

        /** Tells a function something and goes on. */
        void tell(int number, @Nullable Object value);

        /** Asks a function and waits for its answer. */
        int ask(int number, String value);
    }

    /** One report of a {@link community.likeminds.agent.shared.Progress}. */
    public record Report(String stage, long done, long total, String detail) {}
}
