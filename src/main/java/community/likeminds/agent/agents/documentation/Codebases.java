package community.likeminds.agent.agents.documentation;

import community.likeminds.agent.processors.code.CodeFile;
import community.likeminds.agent.processors.code.CodeListing.LeftOut;
import community.likeminds.agent.processors.code.ProjectFacts;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.Remote;
import community.likeminds.agent.shared.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads source code, makes it searchable, and says what it defines and which packages it uses. */
@Remote(limit = Remote.Limit.INGESTION, repeatable = true)
public interface Codebases {

    /**
     * Reads a codebase and makes it searchable; unchanged files cost nothing, files that are gone are forgotten. A run that was killed is
     * taken up by the next one.
     *
     * @param location a folder, or whatever else {@link community.likeminds.agent.processors.docs.DocumentProcessor#open} opens
     * @throws community.likeminds.agent.shared.AgentException {@code source-…} or {@code code-…} when it cannot be read
     */
    @Remote(limit = Remote.Limit.INGESTION)
    Indexed index(TenantId tenant, String location, Progress progress);

    /** What was indexed, by name. */
    List<Summary> list(TenantId tenant);

    /** Forgets a codebase. Throws {@code code-unknown} when there is none of that name. */
    @Remote
    void remove(TenantId tenant, String name);

    /** The passages that fit best, best first. */
    @Remote(limit = Remote.Limit.SEARCH, repeatable = true)
    Hits search(TenantId tenant, Search search);

    /** What a file, or every file of a folder, defines, imports and calls; nothing is stored. */
    List<CodeFile> symbols(String location, Progress progress);

    /**
     * Which published symbols of which packages a project uses, and where; nothing is stored.
     *
     * @param packageName only packages of this name or below it, or empty for all but the language's own
     */
    Usage usage(String location, String packageName, Progress progress);

    /**
     * What a run did.
     *
     * @param chunks passages that the codebase has now
     * @param embedded vectors that were made
     * @param leftOut what was not read, each with its reason
     */
    record Indexed(
            String name, int files, int added, int changed, int removed, int unchanged, int chunks, int embedded, List<LeftOut> leftOut, long millis) {
        public Indexed {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** @param embedded passages that have a vector */
    record Summary(String name, String location, String version, int files, int chunks, int embedded, Instant indexedAt) {}

    /**
     * @param query a question, words or a name
     * @param codebase only this one, or empty
     * @param language only this language, or empty
     * @param kind only passages whose first definition is of this kind in lower case, or empty
     * @param path only files whose path begins like this, {@code *} standing for any characters, or empty
     * @param limit most results, 1 to 100
     * @param explained whether results say how their score came about
     * @param contextTokens most tokens of what helps to understand the results, 0 for none, at most {@link SearchRequest#MOST_CONTEXT}
     */
    record Search(String query, String codebase, String language, String kind, String path, int limit, boolean explained, int contextTokens) {

        /** Of every kind and path, without explanations and context. */
        public Search(String query, String codebase, String language, int limit) {
            this(query, codebase, language, "", "", limit, false, 0);
        }
    }

    /**
     * @param abstained true when the code hardly has what was asked for; the results are the nearest then
     * @param confidence how sure it is that the code has it, 0 to 1
     * @param id names the search when it is told later what was used of it
     * @param notices what else is to be known about the results, plain sentences
     */
    record Hits(List<Hit> results, boolean abstained, double confidence, double tookMs, String id, List<String> notices) {
        public Hits {
            results = List.copyOf(results);
            notices = List.copyOf(notices);
        }
    }

    /**
     * @param symbol qualified name of the first definition in it, else of what encloses it
     * @param kind of the first definition, in lower case
     * @param score 0 to 1, comparable within one search
     * @param explanation how the score came about, or null when that was not asked for
     * @param context what helps to understand the passage, the most needed first; empty when it was not asked for
     */
    record Hit(
            String codebase,
            String path,
            String symbol,
            String kind,
            String signature,
            int startLine,
            int endLine,
            double score,
            String text,
            @Nullable ScoreExplanation explanation,
            List<ContextPassage> context) {

        public Hit {
            context = List.copyOf(context);
        }

        /** Without an explanation and context. */
        public Hit(
                String codebase, String path, String symbol, String kind, String signature, int startLine, int endLine, double score, String text) {
            this(codebase, path, symbol, kind, signature, startLine, endLine, score, text, null, List.of());
        }
    }

    /**
     * @param facts languages, builds and declared dependencies
     * @param packages used packages, by name
     */
    record Usage(ProjectFacts facts, List<UsedPackage> packages) {
        public Usage {
            packages = List.copyOf(packages);
        }
    }

    /**
     * @param name npm package, Java package, Python module, Go module path, ...
     * @param language of the code that uses it
     * @param declared version that a build file asks for, or empty
     * @param symbols by name
     */
    record UsedPackage(String name, String language, String declared, List<UsedSymbol> symbols) {
        public UsedPackage {
            symbols = List.copyOf(symbols);
        }
    }

    /**
     * @param name what is used: {@code Client}, {@code Client.builder}, or empty when the package is imported as a whole
     * @param places {@code path:line}, in order
     */
    record UsedSymbol(String name, List<String> places) {
        public UsedSymbol {
            places = List.copyOf(places);
        }
    }
}
