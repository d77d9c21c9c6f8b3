package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.documentation.Answer;
import community.likeminds.agent.agents.documentation.AskRequest;
import community.likeminds.agent.agents.documentation.DocumentationAgent;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.AnswerPrinter;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.shared.TenantId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ask}: answers a question with citations. */
@Command(
        name = "ask",
        description = "Answer a question from the documentation, with citations, or say that it is not covered.",
        footer = {
            "  likeminds ask \"How do I start a user session?\"",
            "  likeminds ask \"Which events does the chat send?\" --platform react --json"
        })
final class AskCommand implements Callable<Integer> {

    private final CommandSession session;

    @Parameters(paramLabel = "QUESTION", description = "1 to 2,000 characters.")
    private String question = "";

    @Option(names = "--platform", paramLabel = "NAME", defaultValue = "", description = "Only this platform's pages.")
    private String platform = "";

    @Option(names = "--source", paramLabel = "NAME", defaultValue = "", description = "Only this source.")
    private String source = "";

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    AskCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Answer answer = session.get(DocumentationAgent.class)
                .ask(TenantId.DEFAULT, new AskRequest(question, platform, source));
        if (json) {
            session.out().println(Json.line(answer));
        } else {
            new AnswerPrinter(session.out(), session.style()).print(answer);
        }
        return ExitCodes.DONE;
    }
}
