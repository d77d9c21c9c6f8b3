package community.likeminds.agent.infrastructure.remote;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which roles this process runs and which it lacks. There is one only where roles run apart.
 *
 * @param present interfaces that this process offers, by the name of their role
 * @param absent interfaces that this process calls elsewhere, by the name of their role
 * @param needed names of absent roles without which this process is of no use
 * @param unused names of stores that none of the present roles uses, so that it does not matter here whether they answer
 */
public record RemoteTopology(
        Map<String, List<Class<?>>> present, Map<String, List<Class<?>>> absent, Set<String> needed, Set<String> unused) {

    public RemoteTopology {
        present = Map.copyOf(present);
        absent = Map.copyOf(absent);
        needed = Set.copyOf(needed);
        unused = Set.copyOf(unused);
    }

    /** Of roles that use every store. */
    public RemoteTopology(Map<String, List<Class<?>>> present, Map<String, List<Class<?>>> absent, Set<String> needed) {
        this(present, absent, needed, Set.of());
    }
}
