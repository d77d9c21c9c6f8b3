package community.likeminds.agent.processors.docs.analyzer;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place where a page takes in another file.
 *
 * @param target the file as written
 * @param variables values that the page gives to it
 * @param code whether it is shown as code whatever it holds
 * @param title of the code, or empty
 * @param last index of the line on which the place ends
 * @param braces what stands in braces behind the file: the lines that are meant, or that are pointed out in code
 */
record Include(String target, Map<String, String> variables, boolean code, String title, int last, String braces) {

    /** A place that says nothing in braces. */
    Include(String target, Map<String, String> variables, boolean code, String title, int last) {
        this(target, variables, code, title, last, "");
    }

    /** The part of the file that is meant, named behind {@code #} or {@code :}; empty for all of it. */
    String part() {
        int hash = target.indexOf('#');
        Matcher colon = PART.matcher(target);
        return hash > 0 ? target.substring(hash + 1) : colon.matches() ? colon.group(2) : "";
    }

    /** The file without its part. */
    String file() {
        Matcher colon = PART.matcher(target);
        return colon.matches() ? colon.group(1) : target;
    }

    private static final Set<String> TAGS = Set.of("include", "partial", "snippet", "includefile", "includemarkdown", "platformcontent", "mdxpartial", "reuse", "reusable",
            "markdownpartial", "mdinclude", "mdpartial", "sharedcontent");
    private static final List<String> NAMES = List.of("src", "file", "path", "includePath", "from", "source", "partial", "name", "id", "href", "url");
    private static final Set<String> LIQUID = Set.of("include", "include_relative", "include-markdown", "render", "partial", "snippet", "include_cached", "includemarkdown");
    private static final Set<String> SHORTCODES = Set.of("include", "readfile", "snippet", "partial", "include-md", "md", "reuse", "excerpt");
    private static final Pattern COMMENT = Pattern.compile("<!--\\s?@include:\\s?([^\\s{}<>]{1,300})[^<>]{0,80}-->");
    private static final Pattern BRACKET = Pattern.compile("(?i)\\[!include\\s?\\[[^\\]]{0,200}\\]\\(([^)]{1,300})\\)\\s?\\]");
    private static final Pattern MARKED = Pattern.compile("\\{!\\s?([^!{}]{1,300}?)\\s?!\\}");
    private static final Pattern SCISSORS = Pattern.compile("-{1,8}8<-{1,8}\\s+[\"']([^\"']{1,300})[\"']");
    private static final Pattern BOOK = Pattern.compile("\\{\\{#(?:include|rustdoc_include|playground)\\s+([^\\s{}]{1,300})[^{}]{0,80}\\}\\}");
    private static final Pattern ARROWS = Pattern.compile("<<<\\s?([^\\s{}\\[\\]<>]{1,300})[^\\[\\]]{0,80}(?:\\[([^\\[\\]]{1,100})\\])?");
    private static final Pattern VUEPRESS = Pattern.compile("@\\[code[^\\]]{0,80}\\]\\(([^)]{1,300})\\)");
    private static final Pattern SPHINX = Pattern.compile("\\.\\. (include|literalinclude):: (\\S{1,300})");
    private static final Pattern WORD = Pattern.compile("(?:([\\w$-]{1,60})\\s{0,3}[=:]\\s{0,3})?(?:\"([^\"]{0,300})\"|'([^']{0,300})'|([^\\s\"'{}=:,%]{1,300}))");

    private static final Pattern PART = Pattern.compile("([^:]{1,300}\\.\\w{1,8}):([\\w.:-]{1,80})");
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]{1,80})}");

    /** What a line that stands outside of code takes in, or null. */
    static @Nullable Include of(Tag.Reader tags, String[] lines, int index, int at, Map<String, String> imports) {
        String s = lines[index];
        return switch (s.charAt(at)) {
            case '<' -> s.startsWith("<<<", at) ? pattern(ARROWS, s, at, true, index)
                    : s.startsWith("<!--", at) ? pattern(COMMENT, s, at, false, index)
                    : tag(tags, lines, index, at, imports);
            case '{' -> s.startsWith("{%", at) ? braces(s, at + 2, "%}", LIQUID, index)
                    : s.startsWith("{{<", at) ? braces(s, at + 3, ">}}", SHORTCODES, index)
                    : s.startsWith("{{%", at) ? braces(s, at + 3, "%}}", SHORTCODES, index)
                    : s.startsWith("{{#", at) ? pattern(BOOK, s, at, false, index) : pattern(MARKED, s, at, false, index);
            case '[' -> pattern(BRACKET, s, at, false, index);
            case '-' -> pattern(SCISSORS, s, at, false, index);
            case '@' -> s.startsWith("@Code(", at) ? docc(lines, index, at) : pattern(VUEPRESS, s, at, true, index);
            case '.' -> sphinx(s, at, index);
            default -> null;
        };
    }

    /** What a line of a code block takes in, or null. */
    static @Nullable Include inCode(String s, int at, int index) {
        return switch (s.charAt(at)) {
            case '-', '/', '#', ';' -> s.indexOf("8<", at) < 0 ? null : pattern(SCISSORS, s, s.indexOf("--8<", at) < 0 ? at : s.indexOf("--8<", at), true, index);
            case '{' -> pattern(BOOK, s, at, true, index);
            default -> null;
        };
    }

    /** {@code {include} path} as the opening of a fence. */
    static @Nullable Include directive(String info, int index) {
        boolean literal = info.startsWith("{literalinclude}");
        if (!literal && !info.startsWith("{include}")) {
            return null;
        }
        String target = info.substring(info.indexOf('}') + 1).strip();
        return target.isEmpty() ? null : new Include(target, Map.of(), literal, "", index);
    }

    private static @Nullable Include pattern(Pattern pattern, String s, int at, boolean code, int index) {
        Matcher matcher = pattern.matcher(s).region(at, Math.min(s.length(), at + 800));
        if (!matcher.lookingAt() || !Text.blankFrom(s, matcher.end())) {
            return null;
        }
        String title = matcher.groupCount() > 1 && matcher.group(2) != null ? matcher.group(2) : "";
        Matcher braces = BRACES.matcher(s).region(matcher.end(1), matcher.end());
        boolean lines = (pattern == ARROWS || pattern == COMMENT) && braces.find();
        return new Include(matcher.group(1), Map.of(), code, title, index, lines ? braces.group(1) : "");
    }

    /** {@code @Code(name: "App.swift", file: "01.swift")} of DocC, with the picture that it may hold. */
    private static @Nullable Include docc(String[] lines, int index, int at) {
        DoccDirectives.Head head = DoccDirectives.head(lines, index, at);
        String file = head == null ? "" : head.arguments().getOrDefault("file", "");
        return head == null || file.isEmpty() ? null
                : new Include(file, Map.of(), true, head.arguments().getOrDefault("name", ""), head.opens() ? DoccDirectives.partner(lines, head) : head.line());
    }

    private static @Nullable Include sphinx(String s, int at, int index) {
        Matcher matcher = SPHINX.matcher(s).region(at, Math.min(s.length(), at + 400));
        return matcher.lookingAt() ? new Include(matcher.group(2), Map.of(), matcher.group(1).startsWith("literal"), "", index) : null;
    }

    private static @Nullable Include tag(Tag.Reader tags, String[] lines, int index, int at, Map<String, String> imports) {
        int nameAt = lines[index].startsWith("<$", at) ? at + 2 : at + 1;
        int end = nameAt;
        while (end < lines[index].length() && Tag.Reader.nameCharacter(lines[index].charAt(end))) {
            end++;
        }
        String name = lines[index].substring(nameAt, end);
        boolean imported = imports.containsKey(name);
        if (!imported && !TAGS.contains(name.toLowerCase(Locale.ROOT))) {
            return null;
        }
        Tag tag = tags.read(index, nameAt - 1);
        if (tag == null || tag.closing()) {
            return null;
        }
        String rest = lines[tag.line()].substring(tag.end()).strip();
        if (!rest.isEmpty() && !rest.equals("</" + name + ">") && !rest.equals("</$" + name + ">")) {
            return null;
        }
        String target = imports.getOrDefault(name, "");
        String used = "";
        for (String attribute : NAMES) {
            if (target.isEmpty() && !tag.text(attribute).isEmpty()) {
                target = tag.text(attribute);
                used = attribute;
            }
        }
        Map<String, String> variables = new HashMap<>();
        for (Map.Entry<String, String> one : tag.attributes().entrySet()) {
            if (one.getKey().equals("variables") || one.getKey().equals("vars") || one.getKey().equals("props")) {
                words(one.getValue(), variables);
            } else if (!one.getKey().equals(used)) {
                variables.put(one.getKey(), tag.text(one.getKey()));
            }
        }
        return target.isEmpty() ? null : new Include(target, variables, false, "", tag.line());
    }

    /** {@code {% include "file" name="value" %}} and its like. */
    private static @Nullable Include braces(String s, int at, String closing, Set<String> names, int index) {
        int end = s.indexOf(closing, at);
        if (end < 0 || end - at > 1000 || !Text.blankFrom(s, end + closing.length())) {
            return null;
        }
        String inside = s.substring(at, end).strip();
        inside = inside.startsWith("-") ? inside.substring(1).strip() : inside;
        int space = inside.indexOf(' ');
        if (space < 0 || !names.contains(inside.substring(0, space).toLowerCase(Locale.ROOT))) {
            return null;
        }
        Map<String, String> variables = new HashMap<>();
        String first = words(inside.substring(space), variables);
        String target = first;
        for (String name : NAMES) {
            String value = variables.get(name);
            if (target.isEmpty() && value != null) {
                target = value;
                variables.remove(name);
            }
        }
        boolean code = variables.getOrDefault("code", "").equals("true");
        return target.isEmpty() ? null : new Include(target, variables, code, "", index);
    }

    /** Reads {@code name="value"} and {@code name: "value"} into a map; gives the first word without a name. */
    private static String words(String text, Map<String, String> into) {
        Matcher matcher = WORD.matcher(text.length() > 4000 ? text.substring(0, 4000) : text);
        String first = "";
        while (matcher.find()) {
            String value = "";
            for (int group = 2; group <= 4; group++) {
                String part = matcher.group(group);
                value = part == null ? value : part;
            }
            String name = matcher.group(1);
            if (name != null) {
                into.put(name, value);
            } else if (first.isEmpty() && !value.equals("/") && !value.equals("-")) {
                first = value;
            }
        }
        return first;
    }
}
