package community.likeminds.agent;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.Plans;
import community.likeminds.agent.agents.coding.Reports;
import community.likeminds.agent.agents.documentation.CodebaseSnapshots;
import community.likeminds.agent.agents.documentation.Codebases;
import community.likeminds.agent.agents.documentation.DocumentReading;
import community.likeminds.agent.agents.documentation.DocumentationAgent;
import community.likeminds.agent.agents.documentation.DocumentationReview;
import community.likeminds.agent.agents.documentation.DocumentationSnapshots;
import community.likeminds.agent.agents.documentation.IngestionJobs;
import community.likeminds.agent.processors.code.CodeProcessor;
import community.likeminds.agent.processors.code.DocumentedCode;
import community.likeminds.agent.processors.code.SourceCode;
import community.likeminds.agent.processors.code.StructuralEdits;
import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.project.analysis.ClassIndex;
import community.likeminds.agent.project.analysis.IntegrationValidator;
import community.likeminds.agent.project.environment.Commands;
import community.likeminds.agent.project.environment.Orphans;
import community.likeminds.agent.project.output.Branches;
import community.likeminds.agent.project.output.ChangeSets;
import community.likeminds.agent.project.output.GitFiles;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.vector.analytics.QuestionMeanings;
import community.likeminds.agent.vector.analytics.SearchAnalytics;
import community.likeminds.agent.vector.code.CodeVectors;
import community.likeminds.agent.vector.core.Reranker;
import community.likeminds.agent.vector.docs.DocumentVectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything that a process can be asked to run, in one table: its name, what it does, the modules that it is made of and the stores that it
 * must share with other processes. What it needs of other roles is {@link #needs()}.
 */
enum Role {
    GATEWAY("gateway", "the way in: routes, limits and checks requests", List.of("gateway"), EnumSet.of(Store.RELATIONAL, Store.CACHE)),
    AUTH(
            "auth",
            "signs people and programs in, keeps members, keys, grants and projects",
            List.of("infrastructure.auth.api"),
            EnumSet.of(Store.RELATIONAL, Store.CACHE)),
    DOCUMENTATION_AGENT(
            "documentation-agent",
            "reads documentation, finds passages, answers questions",
            List.of("agents.documentation"),
            EnumSet.of(Store.RELATIONAL, Store.OBJECTS, Store.CACHE)),
    CODING_AGENT(
            "coding-agent",
            "plans integrations, applies them, proves them, undoes them",
            List.of("agents.coding"),
            EnumSet.of(Store.RELATIONAL, Store.OBJECTS, Store.CACHE)),
    DOCUMENT_PROCESSOR(
            "document-processor", "reads sources into pages, chunks and embeddings", List.of("processors.docs"), EnumSet.of(Store.RELATIONAL)),
    CODE_PROCESSOR("code-processor", "reads source code and edits it", List.of("processors.code"), EnumSet.of(Store.RELATIONAL)),
    DOCUMENT_VECTORS(
            "document-vectors", "stores and finds passages", List.of("vector.docs", "vector.core"), EnumSet.of(Store.RELATIONAL, Store.VECTORS)),
    CODE_VECTORS(
            "code-vectors", "stores and finds source code", List.of("vector.code", "vector.core"), EnumSet.of(Store.RELATIONAL, Store.VECTORS)),
    SEARCH_ANALYTICS("search-analytics", "what is searched for and what is missing", List.of("vector.analytics"), EnumSet.of(Store.RELATIONAL)),
    ANALYSIS("analysis", "proves a project, rung by rung", List.of("project.analysis"), EnumSet.of(Store.RELATIONAL)),
    ENVIRONMENT("environment", "runs programs and previews, bounded", List.of("project.environment"), EnumSet.of(Store.RELATIONAL)),
    OUTPUT("output", "checkpoints, undo, diffs, branches", List.of("project.output"), EnumSet.of(Store.RELATIONAL));

    /** Every role in one process: the usual way, and the only one in which stores may be embedded. */
    static final Set<Role> ALL = Set.copyOf(EnumSet.allOf(Role.class));

    /** Names that stand for several roles. */
    static final Map<String, Set<Role>> GROUPS = Map.of(
            "all", ALL,
            "processors", EnumSet.of(DOCUMENT_PROCESSOR, CODE_PROCESSOR),
            "vectors", EnumSet.of(DOCUMENT_VECTORS, CODE_VECTORS, SEARCH_ANALYTICS),
            "project", EnumSet.of(ANALYSIS, ENVIRONMENT, OUTPUT));

    /** A kind of store, with the property that chooses it and the choice that one process keeps for itself. */
    enum Store {
        RELATIONAL("likeminds.storage.relational", "h2", "postgresql"),
        OBJECTS("likeminds.storage.objects", "files", "s3"),
        CACHE("likeminds.storage.cache", "caffeine", "redis"),
        VECTORS("likeminds.vectors.store", "lucene", "chroma");

        final String property;
        /** What is chosen when nothing is set, too. */
        final String embedded;
        final String shared;

        Store(String property, String embedded, String shared) {
            this.property = property;
            this.embedded = embedded;
            this.shared = shared;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String label;
    private final String purpose;
    private final List<String> modules;
    private final Set<Store> stores;

    Role(String label, String purpose, List<String> modules, Set<Store> stores) {
        this.label = label;
        this.purpose = purpose;
        this.modules = modules;
        this.stores = Set.copyOf(stores);
    }

    /** As people and the registry write it. */
    String label() {
        return label;
    }

    String purpose() {
        return purpose;
    }

    /** Packages below this one's. */
    List<String> modules() {
        return modules;
    }

    /** What it shares with other processes. */
    Set<Store> stores() {
        return stores;
    }

    /** Roles whose interfaces it calls. */
    Set<Role> needs() {
        return switch (this) {
            case GATEWAY -> Set.of(DOCUMENTATION_AGENT, CODING_AGENT, SEARCH_ANALYTICS);
            case DOCUMENTATION_AGENT -> Set.of(
                    DOCUMENT_PROCESSOR, CODE_PROCESSOR, DOCUMENT_VECTORS, CODE_VECTORS, SEARCH_ANALYTICS, ANALYSIS);
            case CODING_AGENT -> Set.of(DOCUMENTATION_AGENT, CODE_PROCESSOR, ANALYSIS, ENVIRONMENT, OUTPUT);
            case SEARCH_ANALYTICS -> Set.of(DOCUMENTATION_AGENT);
            case ANALYSIS -> Set.of(CODE_PROCESSOR, ENVIRONMENT);
            case AUTH, DOCUMENT_PROCESSOR, CODE_PROCESSOR, DOCUMENT_VECTORS, CODE_VECTORS, ENVIRONMENT, OUTPUT -> Set.of();
        };
    }

    /** What other processes can call of it. */
    List<Class<?>> interfaces() {
        return switch (this) {
            case GATEWAY, AUTH -> List.of();
            case DOCUMENTATION_AGENT -> List.of(
                    DocumentationAgent.class,
                    DocumentReading.class,
                    DocumentationReview.class,
                    DocumentationSnapshots.class,
                    IngestionJobs.class,
                    Codebases.class,
                    CodebaseSnapshots.class,
                    QuestionMeanings.class);
            case CODING_AGENT -> List.of(CodingAgent.class, Plans.class, Reports.class);
            case DOCUMENT_PROCESSOR -> List.of(DocumentProcessor.class, Embeddings.class);
            case CODE_PROCESSOR -> List.of(CodeProcessor.class, StructuralEdits.class, SourceCode.class, DocumentedCode.class);
            case DOCUMENT_VECTORS -> List.of(DocumentVectors.class, Reranker.class);
            case CODE_VECTORS -> List.of(CodeVectors.class);
            case SEARCH_ANALYTICS -> List.of(SearchAnalytics.class);
            case ANALYSIS -> List.of(IntegrationValidator.class, ClassIndex.class);
            case ENVIRONMENT -> List.of(Commands.class, Orphans.class);
            case OUTPUT -> List.of(ChangeSets.class, Branches.class, GitFiles.class);
        };
    }

    /** Whether a class belongs to one of its modules. */
    boolean isMadeOf(String className) {
        String base = Role.class.getPackageName() + ".";
        return modules.stream().anyMatch(module -> className.startsWith(base + module + "."));
    }

    /**
     * Reads names of roles and groups, separated by commas.
     *
     * @throws AgentException {@code role-unknown}
     */
    static Set<Role> parse(String names) {
        Set<Role> found = EnumSet.noneOf(Role.class);
        for (String name : names.split(",")) {
            String wanted = name.strip();
            Set<Role> meant = GROUPS.getOrDefault(
                    wanted, Arrays.stream(values()).filter(role -> role.label.equals(wanted)).collect(Collectors.toSet()));
            if (meant.isEmpty()) {
                throw AgentException.badInput(
                        "role-unknown",
                        "There is no role '" + wanted + "'.",
                        "Use some of: " + String.join(", ", names()) + ".");
            }
            found.addAll(meant);
        }
        return Set.copyOf(found);
    }

    /** Labels in the order of the table. */
    static Set<String> labels(Set<Role> roles) {
        return Arrays.stream(values())
                .filter(roles::contains)
                .map(Role::label)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(labels(ALL));
        names.addAll(new TreeSet<>(GROUPS.keySet()));
        return names;
    }
}
