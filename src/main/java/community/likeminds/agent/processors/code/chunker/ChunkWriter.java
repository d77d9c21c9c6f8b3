package community.likeminds.agent.processors.code.chunker;

import community.likeminds.agent.processors.code.CodeChunk;
import community.likeminds.agent.processors.code.CodeProcessor.ChunkSize;
import community.likeminds.agent.processors.code.CodeSymbol;
import community.likeminds.agent.processors.code.analyzer.Definition;
import community.likeminds.agent.processors.code.analyzer.Lines;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes passages of lines: what is shown, and what is embedded. */
final class ChunkWriter {

    /** Characters of a line that surely exceed a passage: its tokens are not counted. */
    private static final int LONGEST_LINE = 8000;

    private static final int LONGEST_PATH = 120;

    private final String path;
    private final String language;
    private final Lines lines;
    private final ChunkSize size;
    private final int[] counted;
    private final Map<List<Definition>, String> places = new HashMap<>();

    ChunkWriter(String path, String language, Lines lines, ChunkSize size) {
        this.path = path;
        this.language = language;
        this.lines = lines;
        this.size = size;
        this.counted = new int[lines.count() + 1];
    }

    /** Tokens of lines, each counted by itself. */
    int tokens(int from, int to) {
        int sum = 0;
        for (int line = from; line <= to; line++) {
            if (counted[line] == 0) {
                String text = lines.line(line);
                counted[line] = 1 + (text.length() > LONGEST_LINE ? LONGEST_LINE : text.isBlank() ? 0 : size.tokens().applyAsInt(text));
            }
            sum += counted[line] - 1;
        }
        return sum;
    }

    /** Tokens that are left for a passage's text. */
    int room(List<Definition> within) {
        return Math.max(size.most() / 2, size.most() - size.tokens().applyAsInt(place(within)) - 2);
    }

    /** Whether lines have more than braces and their like. */
    boolean says(int from, int to) {
        for (int line = from; line <= to; line++) {
            String text = lines.line(line).strip();
            if (!text.equals("end") && !text.equals("@end") && text.chars().anyMatch(Character::isLetterOrDigit)) {
                return true;
            }
        }
        return false;
    }

    /** Whether lines fit as they are written: without the blank ones around them. */
    boolean fits(int from, int to, List<Definition> within) {
        int first = firstWritten(from, to);
        return first > to || size.tokens().applyAsInt(embedded(text(first, lastWritten(first, to)), within)) <= size.most();
    }

    private int firstWritten(int from, int to) {
        int line = from;
        while (line <= to && lines.line(line).isBlank()) {
            line++;
        }
        return line;
    }

    private int lastWritten(int from, int to) {
        int line = to;
        while (line > from && lines.line(line).isBlank()) {
            line--;
        }
        return line;
    }

    /** Passages of lines: none when they are blank, several when a single line is too large. */
    List<CodeChunk> write(int first, int last, List<Definition> definitions, List<Definition> within) {
        int from = firstWritten(first, last);
        if (from > last) {
            return List.of();
        }
        int to = lastWritten(from, last);
        List<CodeChunk> chunks = new ArrayList<>();
        for (String piece : pieces(text(from, to), from == to, within)) {
            chunks.add(chunk(piece, from, to, definitions, within));
        }
        return chunks;
    }

    private List<String> pieces(String text, boolean oneLine, List<Definition> within) {
        if (!oneLine || text.length() <= LONGEST_LINE && size.tokens().applyAsInt(embedded(text, within)) <= size.most()) {
            return List.of(text);
        }
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + size.most() * 4);
            while (to > from + 1 && size.tokens().applyAsInt(embedded(text.substring(from, to), within)) > size.most()) {
                to = from + Math.max(1, (to - from) * 3 / 4);
            }
            if (to < text.length() && to > from + 1 && Character.isLowSurrogate(text.charAt(to))) {
                to--;
            }
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }

    private CodeChunk chunk(String text, int from, int to, List<Definition> definitions, List<Definition> within) {
        List<CodeSymbol> defined = definitions.stream().flatMap(one -> inside(one, from, to)).toList();
        CodeSymbol main = !defined.isEmpty() ? defined.getFirst() : within.isEmpty() ? null : within.getLast().symbol();
        String embedded = embedded(text, within);
        return new CodeChunk(
                path,
                language,
                defined.stream().map(CodeSymbol::name).distinct().toList(),
                main == null ? "" : main.qualifiedName(),
                defined.isEmpty() ? "" : defined.getFirst().kind().name().toLowerCase(Locale.ROOT),
                defined.stream().map(CodeSymbol::signature).distinct().collect(Collectors.joining("\n")),
                defined.stream().map(CodeSymbol::doc).filter(doc -> !doc.isEmpty()).distinct().collect(Collectors.joining("\n")),
                from,
                to,
                text,
                embedded,
                hash(embedded));
    }

    private static java.util.stream.Stream<CodeSymbol> inside(Definition definition, int from, int to) {
        return java.util.stream.Stream.concat(
                java.util.stream.Stream.of(definition.symbol()),
                definition.members().stream()
                        .filter(member -> member.symbol().startLine() >= from && member.symbol().startLine() <= to)
                        .flatMap(member -> inside(member, from, to)));
    }

    private String embedded(String text, List<Definition> within) {
        return place(within) + "\n" + text;
    }

    /** Where a passage stands: its file, the types around it and how the innermost is declared; less where that takes too much room. */
    private String place(List<Definition> within) {
        return places.computeIfAbsent(within, types -> {
            String file = path.length() <= LONGEST_PATH ? path : path.substring(path.length() - LONGEST_PATH);
            String chain = types.stream().map(one -> " > " + one.symbol().name()).collect(Collectors.joining());
            String declared = types.isEmpty() ? "" : "\n" + types.getLast().symbol().signature();
            String name = file.substring(file.lastIndexOf('/') + 1);
            for (String candidate : List.of(file + chain + declared, file + chain, file, name)) {
                if (size.tokens().applyAsInt(candidate) <= size.most() / 3) {
                    return candidate;
                }
            }
            return "";
        });
    }

    private String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int line = from; line <= to; line++) {
            text.append(lines.line(line)).append(line < to ? "\n" : "");
        }
        return text.toString();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every JDK has SHA-256.", missing);
        }
    }
}
