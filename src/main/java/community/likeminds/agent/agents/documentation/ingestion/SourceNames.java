package community.likeminds.agent.agents.documentation.ingestion;

import community.likeminds.agent.processors.docs.Source;
import java.util.function.Predicate;

/** Keeps two folders that are both called {@code docs} apart. */
final class SourceNames {

    private SourceNames() {}

    /** The source under the shortest end of its location that is not taken by another location. */
    static Source distinct(Source source, Predicate<String> takenByAnother) {
        String name = source.name();
        String[] folders = source.location().replace('\\', '/').split("/");
        int used = folders.length - 1;
        while (takenByAnother.test(name) && used > 0) {
            used--;
            if (!folders[used].isEmpty()) {
                name = folders[used] + "/" + name;
            }
        }
        int number = 2;
        String longest = name;
        while (takenByAnother.test(name)) {
            name = longest + "-" + number++;
        }
        return name.equals(source.name())
                ? source
                : new Source(name, source.kind(), source.location(), source.version(), source.root(), source.onlyFile(), source.address());
    }
}
