package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.agents.documentation.ContextPassage.Relation;
import community.likeminds.agent.processors.code.CodeChunk;
import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.code.CodeMatch;
import community.likeminds.agent.vector.code.CodeQuery;
import community.likeminds.agent.vector.code.CodeVectors;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds where the source code of an SDK defines a name. A codebase belongs to the SDK whose telling words its name has. */
final class CodeDefinitions {

    private static final int LOOKED_AT = 8;

    /** What names of repositories have besides the SDK's. */
    private static final Set<String> COMMON = Set.of(
            "sdk", "sdks", "lib", "library", "client", "core", "api", "docs", "doc", "documentation", "site", "website", "guide", "guides", "reference", "examples",
            "example", "sample", "samples", "source", "src", "main", "master", "the", "for", "and", "open", "app", "apps", "demo", "js", "ts", "javascript", "typescript",
            "node", "java", "kotlin", "python", "py", "ruby", "go", "php", "swift", "dart", "android", "ios", "react", "native", "flutter", "vue", "angular", "web",
            "next", "svelte", "server", "frontend", "backend", "packages", "package", "org", "com", "io", "ui");

    private final CodeVectors vectors;
    private final TenantId tenant;

    CodeDefinitions(CodeVectors vectors, TenantId tenant) {
        this.vectors = vectors;
        this.tenant = tenant;
    }

    Optional<Related> of(String name, Chunk hit) {
        Set<String> sdk = telling(hit.source() + " " + hit.facts().sdk());
        if (sdk.isEmpty()) {
            return Optional.empty();
        }
        CodeQuery query = new CodeQuery(tenant, name, "", null, "", "", LOOKED_AT, CodeQuery.Ranking.ADAPTIVE);
        return vectors.search(query).matches().stream()
                .filter(match -> match.chunk().names().contains(name))
                .filter(match -> telling(match.project()).stream().anyMatch(sdk::contains))
                .findFirst()
                .map(match -> related(name, match));
    }

    private static Related related(String name, CodeMatch match) {
        CodeChunk code = match.chunk();
        String signature = code.signature().lines().filter(line -> line.contains(name)).findFirst().orElse(code.signature().lines().findFirst().orElse(name));
        String heading = code.qualifiedName().isEmpty() ? name : code.qualifiedName();
        return new Related(
                Relation.DEFINITION,
                "The source code of " + match.project() + " defines " + name + ", which this passage uses.",
                new Citation(match.project(), code.path(), heading, code.startLine(), code.endLine()),
                "```" + code.language() + "\n" + signature.strip() + "\n```" + (code.doc().isBlank() ? "" : "\n\n" + code.doc().strip()),
                List.of());
    }

    private static Set<String> telling(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 1 && !COMMON.contains(word) && !word.matches("v?\\d+"))
                .collect(Collectors.toSet());
    }
}
