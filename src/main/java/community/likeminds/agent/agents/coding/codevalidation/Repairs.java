package community.likeminds.agent.agents.coding.codevalidation;

import java.util.List;
import java.util.Optional;

/** Every repair there is, the most certain first. */
final class Repairs {

    /** How often a check is tried again: each round mends one error, and an error that hides others is rare. */
    static final int MOST_ROUNDS = 5;

    private static final List<Repair> ALL =
            List.of(new MarkupEndings(), new TypeOnlyImports(), new UnusedNames(), new PublishedNames(), new MissingImports(), new StyleImports());

    private Repairs() {}

    static Optional<Mended> mend(Broken broken) {
        return ALL.stream().map(repair -> repair.mend(broken)).flatMap(Optional::stream).findFirst();
    }
}
