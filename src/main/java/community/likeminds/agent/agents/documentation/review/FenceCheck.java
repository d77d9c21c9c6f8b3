package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review.Level;
import community.likeminds.agent.agents.documentation.review.MarkdownFences.Fence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds fences that are not closed, closed with another mark, or closed by a line that says a language. */
final class FenceCheck {

    private static final Set<String> MARKUP = Set.of("md", "mdx", "markdown", "text", "txt", "");

    private FenceCheck() {}

    static List<Draft> of(PageText page) {
        List<Draft> found = new ArrayList<>();
        for (Fence fence : page.fences().fences()) {
            if (fence.close() == 0) {
                found.add(open(page, fence));
            } else if (!fence.inside().isEmpty() && !MARKUP.contains(language(fence))) {
                found.add(nested(page, fence));
            }
        }
        return found;
    }

    private static Draft open(PageText page, Fence fence) {
        int last = page.lines().size();
        if (!fence.inside().isEmpty()) {
            return nested(page, fence);
        }
        if (!fence.others().isEmpty()) {
            int other = fence.others().getFirst();
            return draft(page, fence, fence.open(), other,
                    "The fence that is opened with " + fence.marker() + " is not closed by '" + page.lines().get(other - 1).strip()
                            + "' in line " + other + ", so everything after it is shown as code.",
                    "Close it with " + fence.marker() + ".");
        }
        return draft(page, fence, fence.open(), last,
                "The code fence is never closed, so everything after it is shown as code.",
                "Close it with a line of " + fence.marker() + ".");
    }

    private static Draft nested(PageText page, Fence fence) {
        int line = fence.inside().getFirst();
        String text = page.lines().get(line - 1).strip();
        return draft(page, fence, fence.open(), line,
                "Line " + line + " ('" + text + "') stands inside of the fence of line " + fence.open()
                        + ": a line with a language closes none.",
                "Close the fence of line " + fence.open() + " with a bare " + fence.marker()
                        + ", or open it with more marks when it is meant to hold another one.");
    }

    private static Draft draft(PageText page, Fence fence, int start, int end, String message, String remedy) {
        return Draft.of(FindingKind.FENCE_UNBALANCED, Level.ERROR, page, start,
                        page.lines().get(fence.open() - 1).strip() + " " + page.heading(start), message, remedy)
                .withLines(start, end);
    }

    private static String language(Fence fence) {
        String info = fence.info();
        int space = info.indexOf(' ');
        return space < 0 ? info : info.substring(0, space);
    }
}
