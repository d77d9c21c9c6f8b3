package community.likeminds.agent.processors.code.formats;

import community.likeminds.agent.processors.code.outline.Gaps;
import community.likeminds.agent.processors.code.outline.Outline;
import community.likeminds.agent.processors.code.outline.Piece;
import community.likeminds.agent.processors.code.outline.Role;
import community.likeminds.agent.processors.code.outline.Slot;
import community.likeminds.agent.processors.code.outline.Source;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Gradle builds of both languages: blocks, declarations, settings. */
final class GradleReader implements Outline.Reader {

    private static final Pattern COORDINATES = Pattern.compile("[\"']([\\w.-]+:[\\w.-]+)(?::[^\"']*)?[\"']");
    private static final Pattern MAP = Pattern.compile("group\\s*[:=]\\s*[\"']([\\w.-]+)[\"']\\s*,\\s*name\\s*[:=]\\s*[\"']([\\w.-]+)[\"']");
    private static final Pattern PLUGIN = Pattern.compile("^(?:id|kotlin|alias)\\b\\s*\\(?\\s*[\"']?([\\w.-]+)[\"']?");
    private static final Pattern APPLY = Pattern.compile("^apply\\s*\\(?\\s*plugin\\s*[:=]\\s*[\"']([\\w.-]+)[\"']");
    private static final Pattern ASSIGNMENT = Pattern.compile("^((?:val |var |def |ext\\.)?[\\w.\\[\\]\"']+)\\s*\\+?=(?!=).*", Pattern.DOTALL);
    private static final Pattern SETTING = Pattern.compile("^(\\w+)\\s+(?:\\d[\\w.]*|true|false|[\"'][^\"']*[\"'])$");

    private final boolean settings;

    /** @param settings whether the file is a settings file, in which everything is told by its whole text */
    GradleReader(boolean settings) {
        this.settings = settings;
    }

    @Override
    public Outline read(String text, boolean snippet) {
        String code = snippet ? Gaps.commented(text, "//") : text;
        Source source = new Source(code, "    ", new BitSet());
        GradleScan scan = new GradleScan(code);
        Slot root = new Slot("file", Slot.Kind.KEYED, Slot.Layout.LINES, 0, code.length(), pieces(source, scan.statements(0, code.length()), snippet));
        return new Outline(source, root, scan.balanced() ? "" : "its brackets do not match.");
    }

    private List<Piece> pieces(Source source, List<GradleScan.Statement> statements, boolean snippet) {
        List<Piece> pieces = new ArrayList<>();
        int gap = -1;
        for (GradleScan.Statement one : statements) {
            Piece.Span span = new Piece.Span(one.start(), one.end(), gap >= one.from() ? one.start() : one.from(), one.to());
            if (one.comment()) {
                if (snippet && Gaps.isMark(source.text().substring(one.start(), one.end()))) {
                    source.gap(one.start());
                    gap = one.start();
                    pieces.add(Piece.gap(source, span));
                }
                continue;
            }
            String text = source.text().substring(one.start(), one.end());
            String head = one.open() < 0 ? text : source.text().substring(one.start(), one.open() - 1).strip();
            String body = one.open() < 0 ? "" : source.text().substring(one.open(), one.close());
            pieces.add(new Piece(source, role(head, one.open() >= 0), key(head, body, one.open() >= 0), span, () -> inside(source, one, head, text, snippet)));
        }
        return pieces;
    }

    private Piece.Inside inside(Source source, GradleScan.Statement one, String head, String text, boolean snippet) {
        String shape = Words.of(GradleScan.uncommented(text).replace('\'', '"'), "[\\s;]+");
        if (one.open() < 0) {
            return Words.leaf(shape);
        }
        List<Piece> inner = pieces(source, new GradleScan(source.text()).statements(one.open(), one.close()), snippet);
        boolean dependency = COORDINATES.matcher(head).find();
        return new Piece.Inside(dependency ? "" : head.replaceAll("\\s+", ""), shape,
                List.of(new Slot("body", Slot.Kind.KEYED, Slot.Layout.LINES, one.open(), one.close(), inner)));
    }

    private static Role role(String head, boolean block) {
        String word = head.replaceFirst("(?s)^([\\w.]*).*", "$1");
        if (word.equals("import")) {
            return new Role("import", 1, false);
        }
        if (block) {
            return switch (word) {
                case "buildscript", "pluginManagement" -> new Role("block", 5, true);
                case "plugins" -> new Role("block", 10, true);
                default -> new Role("block", 50, !head.contains("(") && !word.equals("maven"));
            };
        }
        boolean dependency = COORDINATES.matcher(head).find() || MAP.matcher(head).find() || head.contains("libs.") && !head.startsWith("alias");
        return dependency ? new Role("dependency", word.startsWith("test") || word.startsWith("androidTest") ? 60 : 40, false) : new Role("statement", 30, false);
    }

    private String key(String head, String body, boolean block) {
        Matcher coordinates = COORDINATES.matcher(head);
        if (coordinates.find() && !settings) {
            return coordinates.group(1);
        }
        Matcher map = MAP.matcher(head);
        if (map.find()) {
            return map.group(1) + ":" + map.group(2);
        }
        if (block) {
            String bare = head.replaceAll("\\s+", "").replace('\'', '"');
            return bare.equals("maven") || bare.equals("ivy") ? bare + body.replaceAll("[\\s\"'()=]|uri|url", "") : bare;
        }
        Matcher plugin = PLUGIN.matcher(head);
        if (plugin.find()) {
            return (head.startsWith("kotlin") ? "org.jetbrains.kotlin." : "") + plugin.group(1);
        }
        Matcher apply = APPLY.matcher(head);
        if (apply.find()) {
            return "apply " + apply.group(1);
        }
        Matcher assignment = ASSIGNMENT.matcher(head);
        if (assignment.matches()) {
            return assignment.group(1);
        }
        Matcher setting = SETTING.matcher(head);
        return setting.matches() && !setting.group(1).matches("include|maven|implementation|api") ? setting.group(1) : "";
    }

    @Override
    public boolean lenient() {
        return true;
    }
}
