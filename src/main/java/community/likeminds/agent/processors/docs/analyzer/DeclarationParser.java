package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.LineRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a file of TypeScript declarations: every declaration is a section with its comment as prose and itself as code. */
final class DeclarationParser {

    private static final Pattern NAME = Pattern.compile(
            "^(?:export\\s++)?(?:default\\s++)?(?:declare\\s++)?(?:abstract\\s++)?(?:async\\s++)?"
                    + "(?:class|interface|type|enum|const\\s++enum|const|let|var|function|namespace|module)\\s++([\\w$.'\"@/-]{1,120})");

    private final String[] lines;
    private final List<Block> blocks = new ArrayList<>();
    private boolean inComment;

    private DeclarationParser(String[] lines) {
        this.lines = lines;
    }

    static List<Block> parse(String[] lines) {
        DeclarationParser parser = new DeclarationParser(lines);
        parser.run();
        return List.copyOf(parser.blocks);
    }

    private void run() {
        int comment = -1;
        int i = 0;
        while (i < lines.length) {
            String line = lines[i].strip();
            if (line.isEmpty()) {
                i++;
            } else if (line.startsWith("/*")) {
                comment = i;
                while (i < lines.length && !lines[i].contains("*/")) {
                    i++;
                }
                i++;
            } else if (line.startsWith("//") || line.startsWith("import ")) {
                comment = -1;
                i++;
            } else {
                int end = end(i);
                declaration(comment, i, end);
                comment = -1;
                i = end + 1;
            }
        }
    }

    /** Index of the line on which the declaration that starts on a line ends. */
    private int end(int first) {
        int depth = 0;
        inComment = false;
        for (int i = first; i < lines.length; i++) {
            depth += depth(lines[i]);
            String line = lines[i].stripTrailing();
            boolean complete = line.endsWith(";") || line.endsWith("}") || i + 1 < lines.length && starts(lines[i + 1]);
            if (depth <= 0 && complete) {
                return i;
            }
        }
        return lines.length - 1;
    }

    private static boolean starts(String line) {
        return line.startsWith("export ") || line.startsWith("declare ") || line.startsWith("/*") || line.startsWith("//") || line.isBlank();
    }

    private int depth(String line) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (inComment) {
                if (c == '*' && line.startsWith("*/", i)) {
                    inComment = false;
                    i++;
                }
            } else if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'' || c == '`') {
                quote = c;
            } else if (c == '/' && line.startsWith("//", i)) {
                break;
            } else if (c == '/' && line.startsWith("/*", i)) {
                inComment = true;
                i++;
            } else if (c == '{' || c == '(' || c == '[') {
                depth++;
            } else if (c == '}' || c == ')' || c == ']') {
                depth--;
            }
        }
        return depth;
    }

    private void declaration(int comment, int first, int last) {
        Matcher matcher = NAME.matcher(lines[first].strip());
        if (!matcher.find()) {
            return;
        }
        String name = matcher.group(1);
        List<String> headings = List.of(name);
        LineRange line = new LineRange(first + 1, first + 1);
        blocks.add(new Block(Block.Kind.HEADING, name, comment < 0 ? line : new LineRange(comment + 1, comment + 1), 2, headings,
                List.of(), null, List.of()));
        if (comment >= 0) {
            StringBuilder text = new StringBuilder();
            for (int i = comment; i < first; i++) {
                String part = lines[i].strip().replaceFirst("^/\\*++", "").replaceFirst("\\*/$", "").replaceFirst("^\\*++", "").strip();
                text.append(part.startsWith("@") ? "\n" : "").append(part).append(part.isEmpty() ? "\n" : " ");
            }
            if (!text.toString().isBlank()) {
                String prose = text.toString().lines().map(String::strip).filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n"));
                blocks.add(new Block(Block.Kind.PROSE, prose, new LineRange(comment + 1, first), 0, headings, List.of(), null, List.of()));
            }
        }
        String code = String.join("\n", Arrays.asList(lines).subList(first, last + 1));
        blocks.add(new Block(Block.Kind.CODE, code, new LineRange(first + 1, last + 1), 0, headings, List.of(),
                new CodeBlock("ts", code, Map.of(), List.of(), List.of(), List.of()), List.of()));
    }
}
