package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.agents.documentation.ContextPassage.Relation;
import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.PageFacts;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.docs.DocumentVectors;
import community.likeminds.agent.vector.docs.Found;
import community.likeminds.agent.vector.docs.VectorQuery;
import community.likeminds.agent.vector.docs.VectorQuery.Facet;
import community.likeminds.agent.vector.docs.VectorQuery.Ranking;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds where the documentation of an SDK defines a name: under a heading that says it, or in a row of a table or list that begins with it. */
final class SymbolDefinitions {

    private static final int LOOKED_AT = 12;

    private final DocumentVectors vectors;
    private final TenantId tenant;

    SymbolDefinitions(DocumentVectors vectors, TenantId tenant) {
        this.vectors = vectors;
        this.tenant = tenant;
    }

    /** How sure it is that a passage is the definition, and what of it is. */
    private record Definition(Chunk passage, String text, int rank) {}

    /** The definition may be the passage itself. */
    Optional<Related> of(String name, Chunk hit) {
        Optional<Definition> found = find(name, hit, hit.source());
        if (found.isEmpty() && !hit.facts().sdk().isEmpty()) {
            // Reference and guides of one SDK are often different sources.
            found = find(name, hit, "");
        }
        return found.map(definition -> new Related(
                Relation.DEFINITION,
                "Defines " + name + ", which this passage uses.",
                Related.place(definition.passage()),
                definition.text(),
                List.of()));
    }

    private Optional<Definition> find(String name, Chunk hit, String source) {
        Set<String> platforms = hit.platform().isEmpty() ? Set.of() : Set.of(hit.platform());
        VectorQuery query = new VectorQuery(tenant, name, "", null, source, platforms, LOOKED_AT, Ranking.WORDS);
        String named = "(?:\\*\\*)?`?" + Pattern.quote(name) + "(?:\\([^)]*\\))?\\??`?(?:\\*\\*)?\\s*";
        // What only names it defines nothing.
        Pattern row = Pattern.compile("^\\s*(?:[-*|]\\s*" + named + "[|:\u2013\u2014(-]|" + named + "\\|)(?=.*\\p{L}{3}.*\\s\\S*\\p{L}{2}).*");
        return vectors.search(query.with(Facet.SDK, hit.facts().sdk().isEmpty() ? Set.of() : Set.of(hit.facts().sdk()))).passages().stream()
                .map(Found.Passage::chunk)
                .filter(passage -> !source.isEmpty() || passage.facts().sdk().equals(hit.facts().sdk()))
                .flatMap(passage -> definition(name, row, passage).stream())
                .min(Comparator.comparing((Definition one) -> !one.passage().facts().version().equals(hit.facts().version()))
                        .thenComparingInt(Definition::rank)
                        .thenComparingInt(one -> -sharedFolders(one.passage().page(), hit.page())));
    }

    private static Optional<Definition> definition(String name, Pattern row, Chunk passage) {
        int reference = passage.facts().kind() == PageFacts.Kind.REFERENCE ? 0 : 1;
        if (!passage.headings().isEmpty() && names(passage.headings().getLast(), name) || names(passage.title(), name) && opens(passage)) {
            return Optional.of(new Definition(passage, passage.text(), reference));
        }
        List<String> rows = passage.text().lines().filter(line -> row.matcher(line).matches()).toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Definition(passage, String.join("\n", rows).strip(), 2 + reference));
    }

    /** Versions and platforms often have folders of their own. */
    private static int sharedFolders(String one, String other) {
        String[] a = one.split("/");
        String[] b = other.split("/");
        int shared = 0;
        while (shared < Math.min(a.length, b.length) - 1 && a[shared].equals(b[shared])) {
            shared++;
        }
        return shared;
    }

    private static boolean opens(Chunk passage) {
        return passage.headings().size() <= 1;
    }

    /** Whether a heading is a name, alone, with its owner, its parameters or a word for what it is. */
    private static boolean names(String heading, String name) {
        String plain = Headings.plain(heading).replace("`", "").replaceAll("[(<].*", "").replaceFirst("^[\\d.)\\s]+", "").strip();
        String last = plain.substring(Math.max(plain.lastIndexOf('.'), plain.lastIndexOf('#')) + 1);
        if (last.equals(name)) {
            return !last.equals(plain) || !plain.contains(" ");
        }
        String[] words = plain.split("\\s+");
        return words.length == 2 && (words[0].equals(name) || words[1].equals(name));
    }
}
