package community.likeminds.agent.registry;

import java.util.Set;

/**
 * Shared settings have other values now; whoever can take them over while it runs does so.
 *
 * @param names those that changed, came or went
 */
public record SettingsChanged(Set<String> names) {

    public SettingsChanged {
        names = Set.copyOf(names);
    }

    /** Whether a setting below a prefix is among them. */
    public boolean below(String prefix) {
        return names.stream().anyMatch(name -> name.startsWith(prefix));
    }
}
