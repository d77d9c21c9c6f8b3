package community.likeminds.agent.vector.docs.store;

import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.PageFacts;
import community.likeminds.agent.vector.core.Entry;
import community.likeminds.agent.vector.core.SearchField;
import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.StoredEntry;
import community.likeminds.agent.vector.docs.VectorQuery.Facet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Turns passages into entries and back. */
final class Passages {

    static final Space SPACE = new Space(
            "documents",
            1,
            Arrays.stream(Facet.values()).map(Passages::name).collect(Collectors.toSet()),
            Map.of(SearchField.TITLE, 3f, SearchField.HEADINGS, 2f),
            true,
            name(Facet.PLATFORM));

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern INLINE_CODE = Pattern.compile("`([^`\n]+)`");

    private Passages() {}

    /** What of a passage no field says. */
    private record Rest(List<String> headings, int start, int end, String address, @Nullable List<Chunk.Link> links) {}

    static String name(Facet facet) {
        return facet.name().toLowerCase(Locale.ROOT);
    }

    static Entry entry(Chunk chunk) {
        PageFacts facts = chunk.facts();
        return new Entry(
                Map.of(
                        SearchField.TITLE, chunk.title(),
                        SearchField.HEADINGS, String.join("\n", chunk.headings()),
                        SearchField.SYMBOLS, symbols(chunk.text()),
                        SearchField.BODY, chunk.text(),
                        SearchField.PATH, chunk.page()),
                Map.of(
                        name(Facet.PLATFORM), chunk.platform(),
                        name(Facet.LANGUAGE), facts.language(),
                        name(Facet.VERSION), facts.version(),
                        name(Facet.KIND), facts.kind().name(),
                        name(Facet.SDK), facts.sdk()),
                chunk.embedded(),
                chunk.contentHash(),
                JSON.writeValueAsString(
                        new Rest(chunk.headings(), chunk.lines().start(), chunk.lines().end(), facts.address(), chunk.links())));
    }

    static Chunk chunk(StoredEntry stored) {
        Entry entry = stored.entry();
        Rest rest = JSON.readValue(entry.payload(), Rest.class);
        return new Chunk(
                stored.collection().source(),
                entry.text(SearchField.PATH),
                entry.text(SearchField.TITLE),
                rest.headings(),
                entry.facet(name(Facet.PLATFORM)),
                new LineRange(rest.start(), rest.end()),
                entry.text(SearchField.BODY),
                entry.embedded(),
                entry.contentHash(),
                new PageFacts(
                        rest.address(),
                        PageFacts.Kind.valueOf(entry.facet(name(Facet.KIND))),
                        entry.facet(name(Facet.SDK)),
                        entry.facet(name(Facet.VERSION)),
                        entry.facet(name(Facet.LANGUAGE))),
                // What was written before links were kept has none.
                rest.links() == null ? List.of() : rest.links());
    }

    /** What prose sets in code type: the names that a passage is about. */
    private static String symbols(String text) {
        return INLINE_CODE.matcher(text).results().map(MatchResult::group).collect(Collectors.joining(" "));
    }
}
