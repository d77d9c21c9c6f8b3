package community.likeminds.agent.cli;

import java.util.List;

/**
 * A role as people are told of it.
 *
 * @param name as {@code serve --roles} takes it
 * @param purpose what it does, a few words
 * @param modules what it is made of
 * @param needs names of the roles that it calls
 * @param stores what it shares with other processes
 * @param interfaces what other processes can call of it
 */
public record RoleDescription(
        String name, String purpose, List<String> modules, List<String> needs, List<String> stores, List<String> interfaces) {

    public RoleDescription {
        modules = List.copyOf(modules);
        needs = List.copyOf(needs);
        stores = List.copyOf(stores);
        interfaces = List.copyOf(interfaces);
    }
}
