package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.Container;
import community.likeminds.agent.processors.docs.FileHint;
import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.Notice;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.PageFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A page as text that people can read: one line for what it is, one for each notice and block, code indented below. */
final class PageDump {

    private final StringBuilder out = new StringBuilder();
    private final Map<String, Integer> groups = new HashMap<>();

    private PageDump() {}

    static String of(Page page) {
        PageDump dump = new PageDump();
        dump.page(page);
        page.notices().forEach(dump::notice);
        page.blocks().forEach(dump::block);
        return dump.out.toString();
    }

    private void page(Page page) {
        PageFacts facts = page.facts();
        out.append("title: ").append(page.title()).append('\n');
        line("platform", page.platform());
        line("address", facts.address());
        line("section", String.join(" > ", facts.section()));
        line("kind", facts.kind() == PageFacts.Kind.OTHER ? "" : facts.kind().name().toLowerCase());
        line("sdk", facts.sdk());
        line("version", facts.version());
        line("language", facts.language());
        if (!page.frontMatter().isEmpty()) {
            line("front matter", new TreeMap<>(page.frontMatter()).toString());
        }
    }

    private void line(String name, String value) {
        if (!value.isEmpty()) {
            out.append(name).append(": ").append(value).append('\n');
        }
    }

    private void notice(Notice notice) {
        out.append("! ").append(lines(notice.lines())).append(' ').append(notice.code()).append(": ").append(notice.text()).append('\n');
    }

    private static String lines(LineRange lines) {
        return lines.start() == lines.end() ? String.valueOf(lines.start()) : lines.start() + "-" + lines.end();
    }

    private void block(Block block) {
        out.append(lines(block.lines())).append(' ');
        switch (block.kind()) {
            case HEADING -> out.append("#".repeat(block.level())).append(' ');
            case TABLE -> out.append("table ");
            case CODE -> out.append("code ");
            case PROSE -> { }
        }
        for (Container one : block.containers()) {
            int group = groups.computeIfAbsent(one.group(), key -> groups.size() + 1);
            out.append('[').append(one.kind().name().toLowerCase()).append(' ').append(group);
            out.append(one.label().isEmpty() ? "" : " " + one.label()).append("] ");
        }
        CodeBlock code = block.code();
        if (code != null) {
            code(block, code);
            return;
        }
        out.append(block.text().replace("\n", "\n    "));
        out.append(block.links().isEmpty() ? "" : " -> " + String.join(" ", block.links())).append('\n');
    }

    private void code(Block block, CodeBlock code) {
        StringBuilder head = new StringBuilder(code.language());
        for (FileHint hint : code.files()) {
            head.append(" file=").append(hint.path()).append('(').append(hint.origin().name().toLowerCase()).append(')');
        }
        head.append(numbers(" new", code.highlighted())).append(numbers(" gone", code.removed()));
        out.append(head.toString().strip());
        while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        out.append('\n').append(indented(code.code(), "    "));
        if (!code.code().equals(block.text())) {
            out.append("  as shown\n").append(indented(block.text(), "    "));
        }
    }

    private static String numbers(String name, List<Integer> lines) {
        return lines.isEmpty() ? "" : name + "=" + lines.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String indented(String text, String by) {
        return text.lines().map(line -> (by + line).stripTrailing() + "\n").collect(Collectors.joining());
    }
}
