package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.Container;
import community.likeminds.agent.processors.docs.LineRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block in the making: what encloses it and which files it belongs to is only known once the whole page is read. */
final class Draft {

    /** A container that a heading or bold line opens; it stands just inside the scope that holds that line. */
    record Opened(Scope within, Container container) {}

    final Block.Kind kind;
    final String text;
    final int start;
    final int end;
    final int level;
    final List<String> headings;
    final List<String> links;
    final String partial;
    final List<Opened> opened = new ArrayList<>();
    /** Text as written, where the writing matters later: bold leads of paragraphs. */
    final String raw;
    Scope scope;
    @Nullable FenceInfo info;
    @Nullable CodeMarks code;
    @Nullable CodeBlock finished;

    Draft(Block.Kind kind, String text, String raw, int start, int end, int level, List<String> headings, List<String> links,
            Scope scope, String partial) {
        this.kind = kind;
        this.text = text;
        this.raw = raw;
        this.start = start;
        this.end = end;
        this.level = level;
        this.headings = headings;
        this.links = links;
        this.scope = scope;
        this.partial = partial;
    }

    List<Container> containers() {
        List<Container> containers = new ArrayList<>();
        for (Scope one : scope.chain()) {
            Container own = one.container();
            if (own != null) {
                containers.add(own);
            }
            for (Opened step : opened) {
                if (step.within() == one) {
                    containers.add(step.container());
                }
            }
        }
        return containers;
    }

    Block block() {
        return new Block(kind, text, new LineRange(start, end), level, headings, containers(), finished, links, partial);
    }
}
