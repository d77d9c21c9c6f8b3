package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Container;
import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds text that speaks to language models instead of readers. What readers cannot see is left out by the parser anyway and only noted;
 * what they can see keeps its place but is marked, so that nobody takes it for a step.
 */
final class ModelInstructions {

    static final String CODE = "hidden-instructions";
    private static final int NONE = Integer.MAX_VALUE;
    private static final int MOST = 50;
    private static final int LONGEST = 20_000;
    private static final int FARTHEST_CLOSING = 40;
    private static final String MODEL =
            "(?:ais?|llms?|(?:large )?language models?|assistants?|chat ?bots?|copilots?|claude|chatgpt|gpt-?\\d?|gemini|cursor|models?|agents?)";

    private static final Pattern OVERRIDE = Pattern.compile(
            "\\b(?:ignore|disregard|forget|override|bypass)\\b[^.\\n]{0,40}?\\b(?:previous|prior|above|earlier|preceding|existing|system|other|your|these|those|any|all)\\b"
                    + "[^.\\n]{0,30}?\\b(?:instructions?|prompts?|guidelines|guardrails|directives)\\b"
                    + "|<\\|?/?(?:system|im_start|im_end|assistant)\\|?>"
                    + "|\\byou are now (?:an?|the|in)\\b[^.\\n]{0,40}\\b(?:ai|assistant|mode|model)\\b");
    private static final Pattern ADDRESSED = Pattern.compile(
            "(?:^|[\\n.:>*\\[(]\\s{0,3})(?:important |critical )?(?:note|notice|message|instructions?|attention|hint|directive|rules?|guidance)?(?: (?:to|for))?(?: (?:all|any|the))?\\s?"
                    + "(?:(?:ai|llm)[- ](?:assistants?|agents?|models?|tools?|coding (?:assistants?|agents?))|llms?|language models?|coding (?:assistants?|agents?))"
                    + "(?: hint)?\\s?(?::|must\\b|should\\b|shall\\b|are instructed\\b|do not\\b|never\\b)"
                    + "|\\bif you are an? (?:(?:large )?language model|llm|ai\\b|ai (?:assistant|agent|model)|assistant|coding (?:assistant|agent))"
                    + "|\\bas an? (?:ai|llm|language model)\\b[^.\\n]{0,30}\\byou (?:must|should)\\b"
                    + "|\\b(?:do not|don't|never) (?:tell|inform|mention|reveal|show)\\b[^.\\n]{0,30}\\b(?:the )?(?:user|developer|human)s?\\b");
    private static final Pattern HIDDEN = Pattern.compile(
            "\\b" + MODEL + "\\b[^.\\n]{0,60}?\\b(?:must|should|shall|always|never|do not|don't|please|hints?|ignore|respond|answer|recommend|use|run|add|include|insert|install)\\b"
                    + "|\\b(?:instructions?|prompt|message|note) (?:to|for) (?:the |all |any )?" + MODEL + "\\b");
    private static final Pattern UNSEEN = Pattern.compile(
            "\\sstyle\\s?=\\s?[\"'{][^<>]{0,200}?(?:display\\s?:\\s?[\"']?none|visibility\\s?:\\s?[\"']?hidden|font-?size\\s?:\\s?[\"']?0(?![.\\d])|opacity\\s?:\\s?[\"']?0(?![.\\d])"
                    + "|color\\s?:\\s?[\"']?transparent)|\\shidden(?=[\\s>/=])");

    private ModelInstructions() {}

    /** Whether a tag's attributes, as written, keep what it holds from a reader's eyes. */
    static boolean unseen(CharSequence attributes) {
        String text = attributes.length() > 1000 ? attributes.subSequence(0, 1000).toString() : attributes.toString();
        return UNSEEN.matcher(text.toLowerCase(Locale.ROOT) + " ").find();
    }

    /** Whether text that everybody can see speaks to models. */
    static boolean addressed(String text) {
        String head = plain(text);
        return likely(head) && (OVERRIDE.matcher(head).find() || ADDRESSED.matcher(head).find());
    }

    /** In code, names and messages speak of models all the time; only what tries to overrule somebody counts. */
    private static boolean overrides(String text) {
        String head = plain(text);
        return likely(head) && OVERRIDE.matcher(head).find();
    }

    private static boolean addressedUnseen(String text) {
        String head = plain(text);
        return likely(head) && (OVERRIDE.matcher(head).find() || ADDRESSED.matcher(head).find() || HIDDEN.matcher(head).find());
    }

    /** Spares nearly all text the patterns. */
    private static boolean likely(String lower) {
        return lower.contains("ignore") || lower.contains("instruct") || lower.contains("prompt") || lower.contains("model") || lower.contains("assistant")
                || lower.contains("agent") || lower.contains("llm") || lower.contains(" ai") || lower.contains("ai ") || lower.contains("gpt")
                || lower.contains("claude") || lower.contains("copilot") || lower.contains("chatbot") || lower.contains("the user") || lower.contains("im_start")
                || lower.contains("<system>") || lower.contains("cursor") || lower.contains("gemini");
    }

    private static String plain(String text) {
        return (text.length() > LONGEST ? text.substring(0, LONGEST) : text).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }

    /** Marks visible blocks that speak to models, with the code that such a block introduces, and notes them and the unseen ones. */
    static void mark(PageScan scan) {
        boolean heading = false;
        boolean before = false;
        Container none = new Container(Container.Kind.MODEL_INSTRUCTIONS, CODE, "");
        for (Draft draft : scan.drafts) {
            boolean own = draft.kind == Block.Kind.CODE ? overrides(draft.text) : addressed(draft.text);
            if (own) {
                note(scan, draft.start, draft.end, "The page speaks to language models here; nothing of it is followed.");
            }
            heading = draft.kind == Block.Kind.HEADING ? own : heading;
            before = own || before && draft.kind == Block.Kind.CODE;
            if (own || before || heading) {
                draft.opened.add(new Draft.Opened(scan.root, none));
            }
        }
        unseen(scan);
    }

    private static void note(PageScan scan, int start, int end, String text) {
        if (scan.notices.stream().filter(one -> one.code().equals(CODE)).count() < MOST) {
            scan.notices.add(new Notice(CODE, new LineRange(start, end), text));
        }
    }

    private static void unseen(PageScan scan) {
        boolean[] code = new boolean[scan.page.numbers().length == 0 ? 1 : scan.page.number(scan.lines.length - 1) + 1];
        for (Draft draft : scan.drafts) {
            for (int i = draft.start; draft.kind == Block.Kind.CODE && i <= draft.end; i++) {
                code[i] = true;
            }
        }
        List<String> open = new ArrayList<>();
        StringBuilder comment = new StringBuilder();
        int start = 0;
        for (int i = 0; i < scan.lines.length; i++) {
            String line = scan.lines[i];
            int number = scan.page.number(i);
            int at = 0;
            int html = -1;
            int jsx = -1;
            while (at < line.length()) {
                if (!open.isEmpty()) {
                    int end = line.indexOf(open.getLast(), at);
                    if (comment.length() < LONGEST) {
                        comment.append(line, at, end < 0 ? line.length() : end).append('\n');
                    }
                    if (end < 0) {
                        break;
                    }
                    at = end + open.removeLast().length();
                    comment(scan, comment, start, number);
                    continue;
                }
                html = code[number] ? NONE : next(line, "<!--", html, at);
                jsx = code[number] ? NONE : next(line, "{/*", jsx, at);
                if (html == NONE && jsx == NONE) {
                    break;
                }
                boolean first = html < jsx;
                open.add(first ? "-->" : "*/}");
                at = first ? html + 4 : jsx + 3;
                start = number;
                comment.setLength(0);
            }
            if (open.isEmpty() && !code[number]) {
                line(scan, line, i, number);
            }
        }
    }

    /** Where a mark stands next; what was found before is not looked for again, so that a line is read once however many marks it has. */
    private static int next(String line, String mark, int before, int at) {
        if (before >= at) {
            return before;
        }
        int found = line.indexOf(mark, at);
        return found < 0 ? NONE : found;
    }

    private static void comment(PageScan scan, CharSequence text, int start, int end) {
        if (addressedUnseen(text.toString())) {
            note(scan, start, end, "A comment that readers do not see speaks to language models; nothing of it is followed.");
        }
    }

    /** Elements and characters that are not shown, and comments written as link definitions. */
    private static void line(PageScan scan, String line, int index, int number) {
        if (line.startsWith("[//]:") || line.startsWith("[comment]:")) {
            comment(scan, line.substring(line.indexOf(':')), number, number);
        }
        for (int i = 0; i + 1 < line.length(); i++) {
            if (line.charAt(i) == '\uDB40' && line.charAt(i + 1) >= '\uDC00' && line.charAt(i + 1) <= '\uDC7F') {
                note(scan, number, number, "The line holds invisible characters that spell out text; they are left out.");
                break;
            }
        }
        int open = line.indexOf('<');
        if (open < 0 || line.length() > LONGEST || !unseen(line)) {
            return;
        }
        StringBuilder inside = new StringBuilder(line.substring(open));
        int end = index;
        while (end + 1 < scan.lines.length && end - index < FARTHEST_CLOSING && inside.indexOf("</") < 0) {
            inside.append('\n').append(scan.lines[++end]);
        }
        Matcher tags = Pattern.compile("<[^<>]{0,400}>").matcher(inside);
        if (addressedUnseen(tags.replaceAll(" "))) {
            note(scan, number, scan.page.number(end), "An element that readers do not see speaks to language models; nothing of it is followed.");
        }
    }
}
