package community.likeminds.agent.agents.coding.requirementanalysis;

import community.likeminds.agent.agents.coding.ProjectProfile.Fact;
import java.util.ArrayList;
import java.util.List;

/** Collects what is found out about a project, each fact with its place. */
final class Facts {

    private final List<Fact> facts = new ArrayList<>();

    /** Something that stands in a file; an empty value is no fact. */
    void seen(String name, String value, String place) {
        add(name, value, place, "");
    }

    /** Something that was concluded, with the reason. */
    void concluded(String name, String value, String place, String why) {
        add(name, value, place, why);
    }

    private void add(String name, String value, String place, String why) {
        Fact fact = new Fact(name, value.strip(), place, why);
        if (!fact.value().isEmpty() && !facts.contains(fact)) {
            facts.add(fact);
        }
    }

    boolean has(String name) {
        return facts.stream().anyMatch(fact -> fact.name().equals(name));
    }

    List<Fact> list() {
        return List.copyOf(facts);
    }
}
