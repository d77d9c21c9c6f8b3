package community.likeminds.agent.cli;

import java.util.List;

/**
 * The configuration that a server would start with.
 *
 * @param settings by name; secret values are left out
 * @param problems what is missing or contradicts itself; a start is refused while there is any
 */
public record ConfigurationCheck(List<Setting> settings, List<Problem> problems) {

    public ConfigurationCheck {
        settings = List.copyOf(settings);
        problems = List.copyOf(problems);
    }

    /**
     * @param value as it takes effect; a few dots where it is secret
     * @param origin where it is set
     */
    public record Setting(String name, String value, String origin) {}

    /**
     * @param setting which one it is about
     * @param fact what is wrong, one sentence
     * @param remedy what to do, one sentence
     */
    public record Problem(String setting, String fact, String remedy) {}
}
