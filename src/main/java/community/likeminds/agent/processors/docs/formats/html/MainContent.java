package community.likeminds.agent.processors.docs.formats.html;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the element that holds what a page says. */
final class MainContent {

    private static final List<String> CANDIDATES = List.of(
            "main,[role=main]", "article", "[itemprop=articleBody],.markdown-body,.theme-doc-markdown,.md-content,.contentContainer,.document,.rst-content",
            "#content,#main-content,#main");
    private static final double MOST = 0.5;

    private MainContent() {}

    static Element of(Document document) {
        Element body = document.body();
        int all = Math.max(1, body.text().length());
        for (int i = 0; i < CANDIDATES.size(); i++) {
            Element best = longest(body, CANDIDATES.get(i));
            boolean enough = best != null && best.text().length() >= (i == 0 ? 1 : all * (i == 1 ? 0.2 : MOST));
            if (best != null && enough) {
                return i == 0 ? article(best) : best;
            }
        }
        return body;
    }

    /** Sites put the page's side columns into {@code main} as well; then its one article is the content. */
    private static Element article(Element main) {
        Element article = longest(main, "article");
        return article != null && article.text().length() >= main.text().length() * MOST ? article : main;
    }

    private static @Nullable Element longest(Element holder, String query) {
        Element best = null;
        int most = 0;
        int seen = 0;
        for (Element one : holder.select(query)) {
            int length = one.text().length();
            if (one != holder && length > most) {
                best = one;
                most = length;
            }
            if (++seen > 20) {
                break;
            }
        }
        return best;
    }

    /** What the page is called: its first top heading, else its {@code title} without the site's name. */
    static String title(Document document, Element content) {
        Element heading = content.selectFirst("h1");
        if (heading == null) {
            heading = document.body().selectFirst("h1");
        }
        if (heading != null) {
            Element plain = heading.clone();
            plain.select("a,button,svg,span,small").forEach(inner -> {
                if (Clutter.is(inner)) {
                    inner.remove();
                }
            });
            String text = plain.text().replaceAll("[¶#\\u200B]+$", "").strip();
            if (!text.isEmpty()) {
                return text;
            }
        }
        String title = document.title().strip();
        for (String separator : List.of(" | ", " · ", " — ", " – ", " - ")) {
            int at = title.indexOf(separator);
            if (at > 0) {
                return title.substring(0, at).strip();
            }
        }
        return title;
    }
}
