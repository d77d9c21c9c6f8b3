package community.likeminds.agent.processors.docs;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The code of a block.
 *
 * @param language lower-case language of the fence ({@code tsx}, {@code bash}), empty when none is given
 * @param code the code itself, line feeds only, without the marks that metadata or comments put on lines
 * @param metadata every {@code name=value} of the fence; flags have the value {@code true}, {@code [label]} is named {@code label}
 * @param files every hint on the file it belongs to, strongest first; empty when nothing is said
 * @param highlighted lines of the code, from 1, that the page points out as new or changed
 * @param removed lines of the code, from 1, that the page marks as to be removed; still part of {@code code}
 */
public record CodeBlock(
        String language,
        String code,
        Map<String, String> metadata,
        List<FileHint> files,
        List<Integer> highlighted,
        List<Integer> removed) {

    public CodeBlock {
        metadata = Map.copyOf(metadata);
        files = List.copyOf(files);
        highlighted = List.copyOf(highlighted);
        removed = List.copyOf(removed);
    }

    /** The strongest file hint, or null. */
    public @Nullable FileHint file() {
        return files.isEmpty() ? null : files.getFirst();
    }
}
