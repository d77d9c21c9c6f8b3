package community.likeminds.agent.vector.core;

import community.likeminds.agent.shared.AgentException;

/** Checks names, as stores put several of them together into one key. */
final class Names {

    private Names() {}

    static void require(String what, String name) {
        if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
            throw AgentException.badInput(
                    what + "-name-invalid",
                    "The name of a " + what + " is empty or has control characters: '" + name.replaceAll("\\p{Cntrl}", "?") + "'.",
                    "Give it a name of visible characters.");
        }
    }
}
