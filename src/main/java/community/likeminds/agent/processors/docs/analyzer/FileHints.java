package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.Container;
import community.likeminds.agent.processors.docs.FileHint;
import community.likeminds.agent.processors.docs.FileHint.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects what a page says about the file that each code block belongs to. */
final class FileHints {

    private static final int FARTHEST = 60;
    private static final List<String> COMMENTS = List.of("{/*", "/**", "/*", "<!--", "//", "#", "--", ";;", ";", "%");

    private FileHints() {}

    static void add(List<Draft> drafts) {
        Draft heading = null;
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            if (draft.kind == Block.Kind.HEADING) {
                heading = draft;
            } else if (draft.info != null && draft.code != null) {
                draft.finished = finish(drafts, i, draft.info, draft.code, heading);
            }
        }
    }

    private static CodeBlock finish(List<Draft> drafts, int index, FenceInfo info, CodeMarks code, @Nullable Draft heading) {
        Draft draft = drafts.get(index);
        Map<String, Origin> hints = new LinkedHashMap<>();
        info.files().forEach(file -> hints.putIfAbsent(file, Origin.METADATA));
        put(hints, code.diffFile(), Origin.METADATA);
        put(hints, comment(code.lines(), info.language()), Origin.COMMENT);
        List<Container> containers = draft.containers();
        containers.reversed().stream().filter(one -> one.kind() == Container.Kind.TAB)
                .forEach(one -> put(hints, FileNames.fileIn(one.label()), Origin.TAB));
        prose(drafts, index).forEach(file -> hints.putIfAbsent(file, Origin.PROSE));
        containers.reversed().stream().filter(one -> one.kind() == Container.Kind.STEP)
                .forEach(one -> FileNames.inProse(one.label()).forEach(file -> hints.putIfAbsent(file, Origin.HEADING)));
        if (heading != null && draft.headings.equals(heading.headings)) {
            FileNames.inProse(Headings.withoutAnchor(heading.raw)).forEach(file -> hints.putIfAbsent(file, Origin.HEADING));
        }
        List<FileHint> files = new ArrayList<>();
        hints.forEach((path, origin) -> files.add(new FileHint(path, origin)));
        String language = info.language();
        if (language.equals("diff") && !files.isEmpty()) {
            String path = files.getFirst().path();
            int dot = path.lastIndexOf('.');
            language = dot > 0 ? path.substring(dot + 1).toLowerCase(Locale.ROOT) : language;
        }
        return new CodeBlock(language, String.join("\n", code.lines()), info.metadata(), files, code.highlighted(), code.removed());
    }

    private static void put(Map<String, Origin> hints, String file, Origin origin) {
        if (!file.isEmpty()) {
            hints.putIfAbsent(file, origin);
        }
    }

    /** Files named by the last paragraphs above the block that can be about it. */
    private static List<String> prose(List<Draft> drafts, int index) {
        Draft code = drafts.get(index);
        int paragraphs = 0;
        for (int i = index - 1; i >= 0 && index - i < FARTHEST && paragraphs < 2; i--) {
            Draft before = drafts.get(i);
            Scope tab = nearest(before.scope, Container.Kind.TAB);
            if (tab != null && !code.scope.within(tab)) {
                Scope own = nearest(code.scope, Container.Kind.TAB);
                if (own == null || !own.group.equals(tab.group)) {
                    return List.of();
                }
                // The text above a group of tabs is about every one of them.
                continue;
            }
            Scope aside = nearest(before.scope, Container.Kind.ADMONITION);
            Scope folded = nearest(before.scope, Container.Kind.DETAILS);
            if (aside != null && !code.scope.within(aside) || folded != null && !code.scope.within(folded)) {
                continue;
            }
            if (before.kind != Block.Kind.PROSE) {
                return List.of();
            }
            List<String> files = bySentence(before.text);
            if (!files.isEmpty()) {
                return files;
            }
            paragraphs++;
        }
        return List.of();
    }

    private static @Nullable Scope nearest(Scope scope, Container.Kind kind) {
        for (Scope one = scope; one != null; one = one.parent) {
            if (one.kind == kind) {
                return one;
            }
        }
        return null;
    }

    /** The last sentence that names files comes first: it is the one that introduces the code. */
    private static List<String> bySentence(String text) {
        String tail = text.length() > 2000 ? text.substring(text.length() - 2000) : text;
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i + 1 < tail.length(); i++) {
            char c = tail.charAt(i);
            if ((c == '.' || c == '!' || c == '?') && Character.isWhitespace(tail.charAt(i + 1)) || c == '\n') {
                sentences.add(tail.substring(start, i + 1));
                start = i + 1;
            }
        }
        sentences.add(tail.substring(start));
        List<String> files = new ArrayList<>();
        for (String sentence : sentences.reversed()) {
            FileNames.inProse(sentence).stream().filter(file -> !files.contains(file)).forEach(files::add);
        }
        return files;
    }

    private static String comment(List<String> lines, String language) {
        int looked = 0;
        for (String line : lines) {
            String text = line.strip();
            if (text.isEmpty()) {
                continue;
            }
            boolean directive = text.startsWith("'use ") || text.startsWith("\"use ") || text.startsWith("<?php");
            if (!directive) {
                return text.length() > 200 || text.startsWith("#!") ? "" : Objects.requireNonNull(named(text, language));
            }
            if (++looked > 1) {
                return "";
            }
        }
        return "";
    }

    private static String named(String line, String language) {
        for (String comment : COMMENTS) {
            if (!line.startsWith(comment) || comment.equals("#") && (language.equals("md") || language.equals("css"))) {
                continue;
            }
            String inside = line.substring(comment.length());
            for (String end : List.of("*/}", "*/", "-->")) {
                inside = inside.strip().endsWith(end) ? inside.substring(0, inside.lastIndexOf(end)) : inside;
            }
            inside = inside.strip();
            for (String lead : List.of("@file", "filename:", "file:", "path:", "filepath:", "file name:")) {
                inside = inside.regionMatches(true, 0, lead, 0, lead.length()) ? inside.substring(lead.length()).strip() : inside;
            }
            String whole = FileNames.fileIn(inside);
            if (!whole.isEmpty()) {
                return whole;
            }
            String[] words = inside.split("\\s+", 3);
            String first = FileNames.fileIn(words[0].endsWith(":") ? words[0].substring(0, words[0].length() - 1) : words[0]);
            boolean explained = words.length > 1 && (words[0].endsWith(":") || "-–—(:|".indexOf(words[1].charAt(0)) >= 0);
            if (!first.isEmpty() && explained) {
                return first;
            }
            List<String> inProse = inside.split("\\s+").length <= 6 ? FileNames.inProse(inside) : List.of();
            return inProse.size() == 1 ? inProse.getFirst() : "";
        }
        return "";
    }
}
