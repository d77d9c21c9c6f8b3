package community.likeminds.agent.processors.docs.formats.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the panels of tabs and their labels, by ARIA roles or by the radio buttons that some generators use instead. */
final class Tabs {

    private static final int FAR = 5;
    private static final int MOST = 400;
    private static final Set<String> RADIO_SETS = Set.of("tabbed-set", "code-group", "vp-code-group", "sphinx-tabs", "tab-set", "tabs");
    private static final Set<String> PANELS = Set.of("tabbed-block", "tab-content", "tab-panel", "tab-pane", "tab-item");

    /**
     * @param label of its tab
     * @param first whether it opens the group
     * @param last whether it closes the group
     */
    record Panel(String label, boolean first, boolean last) {}

    private final Map<Element, Panel> panels = new IdentityHashMap<>();
    private final Map<Element, Boolean> labels = new IdentityHashMap<>();

    static Tabs of(Document document) {
        Tabs tabs = new Tabs();
        Map<String, Element> ids = new HashMap<>();
        document.select("[role=tabpanel][id]").forEach(panel -> ids.putIfAbsent(panel.id(), panel));
        List<Element> all = document.select("[role=tabpanel]").stream().limit(MOST).toList();
        for (Element list : document.select("[role=tablist]").stream().limit(all.isEmpty() ? 0 : MOST).toList()) {
            tabs.byRole(list, ids, all);
        }
        for (Element set : document.select("div,section")) {
            if (Classes.any(set, RADIO_SETS)) {
                tabs.byRadio(set);
            }
        }
        return tabs;
    }

    @Nullable Panel panel(Element element) {
        return panels.get(element);
    }

    /** Whether it holds only the labels of tabs. */
    boolean label(Element element) {
        return labels.containsKey(element);
    }

    static boolean isPanel(Element element) {
        return element.attr("role").equals("tabpanel") || Classes.any(element, PANELS);
    }

    private void byRole(Element list, Map<String, Element> ids, List<Element> all) {
        List<Element> tabs = list.select("[role=tab]");
        List<Element> found = new ArrayList<>();
        for (Element tab : tabs) {
            String controls = tab.hasAttr("aria-controls") ? tab.attr("aria-controls") : tab.attr("href").replaceFirst("^#", "");
            Element panel = ids.get(controls);
            if (panel != null && !panels.containsKey(panel) && !found.contains(panel)) {
                found.add(panel);
            }
        }
        if (found.size() != tabs.size()) {
            found.clear();
            Element holder = list;
            for (int far = 0; far < FAR && found.isEmpty() && holder.parent() != null; far++) {
                holder = holder.parent();
                for (Element panel : all) {
                    Element outer = panel.parent() == null ? null : panel.parent().closest("[role=tabpanel]");
                    boolean own = outer == null || outer == holder || !inside(outer, holder);
                    if (own && inside(panel, holder) && !panels.containsKey(panel)) {
                        found.add(panel);
                    }
                }
            }
        }
        add(found, tabs);
    }

    private static boolean inside(Element inner, Element outer) {
        for (Element one = inner; one != null; one = one.parent()) {
            if (one == outer) {
                return true;
            }
        }
        return false;
    }

    private void byRadio(Element set) {
        List<Element> names = new ArrayList<>();
        List<Element> found = new ArrayList<>();
        collect(set, names, found, 0);
        if (names.size() > 1 && names.size() == found.size()) {
            names.forEach(name -> labels.put(name, true));
            add(found, names);
        }
    }

    private void collect(Element holder, List<Element> names, List<Element> found, int depth) {
        boolean blocks = Classes.any(holder, Set.of("blocks", "tabbed-content"));
        for (Element child : holder.children()) {
            if (panels.containsKey(child)) {
                return;
            }
            if (child.normalName().equals("label")) {
                names.add(child);
            } else if (Classes.any(child, PANELS) || blocks) {
                found.add(child);
            } else if (depth < 2) {
                collect(child, names, found, depth + 1);
            }
        }
    }

    private void add(List<Element> found, List<Element> names) {
        for (int i = 0; i < found.size(); i++) {
            String label = i < names.size() ? names.get(i).text().strip() : "";
            panels.put(found.get(i), new Panel(label, i == 0, i == found.size() - 1));
        }
    }
}
