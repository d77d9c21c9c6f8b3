package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.processors.code.SnippetParts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins an instance that an edit declared with the one that the file made in place, as in {@code use(createStore())}: two would not know each other. */
final class InlineInstances {

    private InlineInstances() {}

    /**
     * @param text of the file after the edit
     * @param conflict why the edit is the person's to make, or empty
     */
    record Joined(String text, String conflict) {}

    /** @param before text of the file before the edit */
    static Joined join(Snippet snippet, String before, String after) {
        String text = after;
        for (SnippetParts.Made made : snippet.parts().made()) {
            Pattern declaration = Pattern.compile("(?m)^[ \\t]*(?:export[ \\t]+)?(?:const|let|var)[ \\t]+" + Pattern.quote(made.name()) + "\\b[^=\\n]*=[ \\t]*(?:new[ \\t]+)?" + Pattern.quote(made.maker()) + "\\(");
            Pattern inPlace = Pattern.compile("(?<![\\w$.])(?:new[ \\t]+)?" + Pattern.quote(made.maker()) + "\\((\\s*)\\)");
            Matcher declared = declaration.matcher(text);
            boolean fresh = made.topLevel() && !declaration.matcher(before).find() && declared.find();
            if (!fresh || !Pattern.compile("(?<![\\w$.])" + Pattern.quote(made.maker()) + "\\(").matcher(before).find()) {
                continue;
            }
            int end = declared.end();
            long there = inPlace.matcher(before).results().count();
            Matcher call = inPlace.matcher(text);
            boolean alike = made.statement().matches("(?s).*" + Pattern.quote(made.maker()) + "\\(\\s*\\);?\\s*") && there == 1;
            if (!alike || !call.find(end) && !call.find()) {
                return new Joined(after, "The file makes `" + made.maker() + "(...)` in place, and the guide calls upon it by a name.");
            }
            if (call.start() < end) {
                return new Joined(after, "The file makes `" + made.maker() + "(...)` before the guide's code would name it.");
            }
            text = text.substring(0, call.start()) + made.name() + text.substring(call.end());
        }
        return new Joined(text, "");
    }
}
