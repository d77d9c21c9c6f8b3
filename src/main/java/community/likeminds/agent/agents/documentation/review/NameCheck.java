package community.likeminds.agent.agents.documentation.review;

import java.util.ArrayList;
import java.util.List;

/** Finds the same thing under different names: arguments of a call, parameters of a table, types. */
final class NameCheck {

    private NameCheck() {}

    static List<Draft> of(List<PageText> pages) {
        List<Draft> found = new ArrayList<>(ArgumentNames.of(pages));
        found.addAll(TypeNames.of(pages));
        found.addAll(MemberNames.of(pages));
        for (PageText page : pages) {
            if (page.isMarkdown()) {
                found.addAll(TableNames.of(page));
            }
        }
        return found;
    }

    /** Pages of one SDK: of one platform below one top folder. */
    static String sdk(PageText page) {
        String platform = page.page().platform();
        String name = page.page().facts().sdk();
        return page.top() + "|" + platform + "|" + name;
    }
}
