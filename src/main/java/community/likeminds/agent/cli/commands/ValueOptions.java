package community.likeminds.agent.cli.commands;

import community.likeminds.agent.shared.AgentException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Values of placeholders. */
final class ValueOptions {

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Value of a placeholder such as a key; NAME alone takes the environment variable of that name.")
    private List<String> values = new ArrayList<>();

    /** The values given by {@code --set}, and those that a person typed. */
    Map<String, String> with(Map<String, String> asked) {
        Map<String, String> all = new LinkedHashMap<>(asked);
        all.putAll(values(System.getenv()));
        return all;
    }

    private Map<String, String> values(Map<String, String> environment) {
        Map<String, String> result = new LinkedHashMap<>();
        for (String text : values) {
            int equals = text.indexOf('=');
            String name = equals < 0 ? text.strip() : text.substring(0, equals).strip();
            @Nullable String value = equals < 0 ? environment.get(name) : text.substring(equals + 1);
            if (name.isEmpty() || value == null) {
                throw AgentException.badInput(
                        "value-invalid",
                        name.isEmpty()
                                ? "The value '" + text + "' has no name."
                                : "There is no value for " + name + ".",
                        "Write --set NAME=VALUE, or --set NAME for a variable of the environment.");
            }
            result.put(name, value);
        }
        return result;
    }
}
