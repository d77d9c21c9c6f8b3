package community.likeminds.agent.vector.code.store;

import community.likeminds.agent.processors.code.CodeChunk;
import community.likeminds.agent.vector.core.Entry;
import community.likeminds.agent.vector.core.SearchField;
import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.StoredEntry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Turns passages of code into entries and back. */
final class CodeEntries {

    static final String LANGUAGE = "language";
    static final String KIND = "kind";

    static final Space SPACE = new Space(
            "code", 1, Set.of(LANGUAGE, KIND), Map.of(SearchField.SYMBOLS, 3f, SearchField.TITLE, 2f, SearchField.HEADINGS, 1.5f));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CodeEntries() {}

    /** What of a passage no field says. */
    private record Rest(List<String> names, String qualifiedName, String signature, int start, int end) {}

    static Entry entry(CodeChunk chunk) {
        return new Entry(
                Map.of(
                        SearchField.TITLE, chunk.doc(),
                        SearchField.HEADINGS, chunk.qualifiedName(),
                        SearchField.SYMBOLS, String.join("\n", chunk.names()),
                        SearchField.BODY, chunk.text(),
                        SearchField.PATH, chunk.path()),
                Map.of(LANGUAGE, chunk.language(), KIND, chunk.kind()),
                chunk.embedded(),
                chunk.contentHash(),
                JSON.writeValueAsString(
                        new Rest(chunk.names(), chunk.qualifiedName(), chunk.signature(), chunk.startLine(), chunk.endLine())));
    }

    static CodeChunk chunk(StoredEntry stored) {
        Entry entry = stored.entry();
        Rest rest = JSON.readValue(entry.payload(), Rest.class);
        return new CodeChunk(
                entry.text(SearchField.PATH),
                entry.facet(LANGUAGE),
                rest.names(),
                rest.qualifiedName(),
                entry.facet(KIND),
                rest.signature(),
                entry.text(SearchField.TITLE),
                rest.start(),
                rest.end(),
                entry.text(SearchField.BODY),
                entry.embedded(),
                entry.contentHash());
    }
}
