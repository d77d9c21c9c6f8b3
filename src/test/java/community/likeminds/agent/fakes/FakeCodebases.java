package community.likeminds.agent.fakes;

import community.likeminds.agent.agents.documentation.Codebases;
import community.likeminds.agent.processors.code.CodeFile;
import community.likeminds.agent.processors.code.CodeListing.LeftOut;
import community.likeminds.agent.processors.code.CodeListing.Reason;
import community.likeminds.agent.processors.code.CodeSymbol;
import community.likeminds.agent.processors.code.CodeSymbol.Complexity;
import community.likeminds.agent.processors.code.ProjectFacts;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Has one codebase and finds the same in it whatever is asked. */
public final class FakeCodebases implements Codebases {

    public final List<Object> calls = new ArrayList<>();

    @Override
    public Indexed index(TenantId tenant, String location, Progress progress) {
        calls.add(location);
        return new Indexed("shop", 2, 1, 1, 0, 0, 5, 5, List.of(
                new LeftOut("node_modules/", Reason.VENDORED, "It holds other people's code or what a build made."),
                new LeftOut("logo.png", Reason.OTHER, "It is no source code.")), 1200);
    }

    @Override
    public List<Summary> list(TenantId tenant) {
        return List.of(new Summary("shop", "/projects/shop", "", 2, 5, 5, Instant.EPOCH));
    }

    @Override
    public void remove(TenantId tenant, String name) {
        if (!name.equals("shop")) {
            throw AgentException.notFound("code-unknown", "There is no codebase called '" + name + "'.", "See the names with: likeminds code list.");
        }
        calls.add("remove " + name);
    }

    @Override
    public Hits search(TenantId tenant, Search search) {
        calls.add(search);
        return new Hits(
                List.of(new Hit("shop", "src/OrderBook.java", "OrderBook.add", "method", "boolean add(Order order)", 3, 9, 0.8, "boolean add(Order order) {\n}")),
                false,
                0.9,
                4.2,
                "id",
                List.of());
    }

    @Override
    public List<CodeFile> symbols(String location, Progress progress) {
        calls.add(location);
        CodeSymbol type = symbol(CodeSymbol.Kind.CLASS, "OrderBook", "OrderBook", "class OrderBook", 1, 9, "");
        CodeSymbol member = symbol(CodeSymbol.Kind.METHOD, "add", "OrderBook.add", "boolean add(Order order)", 3, 5, "OrderBook");
        return List.of(new CodeFile("src/OrderBook.java", "java", "", 9, List.of(type, member), List.of(), List.of(), List.of(), 0));
    }

    private static CodeSymbol symbol(CodeSymbol.Kind kind, String name, String qualified, String signature, int start, int end, String parent) {
        return new CodeSymbol(kind, name, qualified, signature, "", CodeSymbol.Visibility.PUBLIC, start, end, parent, new Complexity(1, 0, end - start + 1));
    }

    @Override
    public Usage usage(String location, String packageName, Progress progress) {
        calls.add(location + " " + packageName);
        return new Usage(
                new ProjectFacts(Map.of("typescript", 20), List.of()),
                List.of(new UsedPackage("@acme/sdk", "typescript", "^2", List.of(new UsedSymbol("Client.builder", List.of("src/a.ts:3"))))));
    }
}
