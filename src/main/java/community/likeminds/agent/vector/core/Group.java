package community.likeminds.agent.vector.core;

import java.util.List;

/**
 * What is written and deleted as one: the entries of a page or file.
 *
 * @param name its path below the source's root
 * @param entries in their order
 */
public record Group(String name, List<Entry> entries) {

    public Group {
        Names.require("page", name);
        entries = List.copyOf(entries);
    }
}
