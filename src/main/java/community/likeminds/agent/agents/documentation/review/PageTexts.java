package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.ReadResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Reads the stored text of pages. */
final class PageTexts {

    private PageTexts() {}

    static List<PageText> of(ReadResult read, List<String> notChecked) {
        List<PageText> texts = new ArrayList<>();
        for (Page page : read.pages()) {
            try {
                String text = new String(Files.readAllBytes(read.source().root().resolve(page.path())), StandardCharsets.UTF_8);
                texts.add(PageText.of(page, text.startsWith("\uFEFF") ? text.substring(1) : text));
            } catch (IOException gone) {
                notChecked.add(page.path() + " was not checked: it cannot be read any more (" + gone.getMessage() + ").");
            }
        }
        return List.copyOf(texts);
    }
}
