package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Project;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import community.likeminds.agent.project.environment.Commands;
import community.likeminds.agent.project.environment.Commands.Command;
import community.likeminds.agent.project.environment.Commands.Result;
import community.likeminds.agent.shared.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Runs the project's own build, and its type check where the build leaves types unchecked. */
final class BuildRung {

    private static final String NAME = "build";
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Pattern NO_DISTRIBUTION = Pattern.compile(
            "(?s)(?:UnknownHostException|ConnectException|Could not install Gradle|Could not download|SocketTimeoutException).*"
                    + "(?:wrapper|distribution|Wrapper)|(?:wrapper|Wrapper).*(?:UnknownHostException|ConnectException|404)");

    private final Commands commands;

    BuildRung(Commands commands) {
        this.commands = commands;
    }

    Check run(Project project, Set<String> touched, Progress progress) {
        BuildPlan plan = BuildPlan.of(project, commands);
        if (plan.commands().isEmpty()) {
            return new Check(NAME, Status.NOT_POSSIBLE, plan.missing(), "", "", 0);
        }
        long millis = 0;
        List<String> ran = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        String output = "";
        for (BuildCommand command : plan.commands()) {
            progress.report("Building", ran.size(), plan.commands().size(), command.text());
            Map<String, String> environment = new HashMap<>(command.environment());
            environment.putAll(project.environment());
            Result result = commands.run(new Command(command.folder(), command.arguments(), environment, LIMIT,
                    line -> progress.report("Building", ran.size(), plan.commands().size(), Findings.oneLine(line, 120))));
            ran.add(command.text());
            millis += result.millis();
            output = Findings.tail(result.output(), project.environment().values());
            if (result.ok()) {
                continue;
            }
            Set<String> ours = CompilerErrors.among(touched, result.output());
            if (command.typeCheckOnly() && !touched.isEmpty() && ours.isEmpty()) {
                notes.add("'" + command.text() + "' finds type errors, none of them in a file that was changed here.");
                continue;
            }
            Status status = unprovable(result) ? Status.NOT_POSSIBLE : Status.FAILED;
            String sentence = Findings.masked(failure(command, result, touched, ours), project.environment().values());
            return new Check(NAME, status, sentence, String.join(" && ", ran), output, millis);
        }
        String detail = "'" + String.join("' and '", ran) + "' succeeded." + (notes.isEmpty() ? "" : " " + String.join(" ", notes));
        return new Check(NAME, Status.PASSED, detail, String.join(" && ", ran), output, millis);
    }

    /** Whether the build could not even begin for want of a network. */
    private static boolean unprovable(Result result) {
        return NO_DISTRIBUTION.matcher(result.output()).find()
                || result.exit() != 0 && InstallFailure.of(result.output()).kind() == InstallFailure.Kind.NO_NETWORK
                        && CompilerErrors.files(result.output()).isEmpty();
    }

    private static String failure(BuildCommand command, Result result, Set<String> touched, Set<String> ours) {
        if (result.exit() < 0) {
            return "'" + command.text() + "' was ended after " + LIMIT.toMinutes()
                    + " minutes; run it by hand to see why it takes so long.";
        }
        if (unprovable(result)) {
            return "'" + command.text() + "' could not download what it needs; check the network and run it again.";
        }
        String first = CompilerErrors.first(result.output());
        String whose;
        if (!ours.isEmpty()) {
            whose = " The error is in a file that was changed here: " + String.join(", ", ours) + ".";
        } else if (!touched.isEmpty() && !CompilerErrors.files(result.output()).isEmpty()) {
            whose = " No file that was changed here is named, so the build may have failed before.";
        } else {
            whose = "";
        }
        return "'" + command.text() + "' failed: " + first + (first.endsWith(".") ? "" : ".") + whose;
    }
}
