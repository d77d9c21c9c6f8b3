package community.likeminds.agent.processors.code;

import community.likeminds.agent.processors.code.CodeProcessor.ChunkSize;
import community.likeminds.agent.processors.code.CodeSymbol.Complexity;
import community.likeminds.agent.processors.code.analyzer.Analyzer;
import community.likeminds.agent.processors.code.chunker.CodeChunker;
import java.util.Locale;

/** What was read of a file, as text to compare. */
public final class CodeDump {

    /** Four characters a token, small enough that the samples are cut. */
    public static final ChunkSize SIZE = new ChunkSize(text -> (text.length() + 3) / 4, 160, 80);

    private CodeDump() {}

    public static String of(String path, String text) {
        CodeFile file = Analyzer.analyze(path, text).file();
        StringBuilder dump = new StringBuilder("%s namespace=%s lines=%d errors=%d%n"
                .formatted(file.language(), file.namespace(), file.lines(), file.errors()));
        dump.append("\nsymbols\n");
        for (CodeSymbol one : file.symbols()) {
            dump.append("  %d-%d %s %s %s%s%n".formatted(one.startLine(), one.endLine(), lower(one.visibility()), lower(one.kind()),
                    one.qualifiedName(), one.parent().isEmpty() ? "" : " in " + one.parent()));
            dump.append("      ").append(one.signature()).append('\n');
            if (!one.doc().isEmpty()) {
                dump.append("      doc: ").append(one.doc().replace("\n", "\\n")).append('\n');
            }
            Complexity complexity = one.complexity();
            if (complexity.cyclomatic() > 0) {
                dump.append("      paths=%d nesting=%d lines=%d%n".formatted(complexity.cyclomatic(), complexity.nesting(), complexity.lines()));
            }
        }
        dump.append("\nimports\n");
        file.imports().forEach(one -> dump.append(line("  %d %s | %s | %s", one.line(), one.module(), one.name(), one.alias())));
        dump.append("\ncalls\n");
        file.calls().forEach(one -> dump.append(line("  %d %s%s", one.line(), one.receiver().isEmpty() ? "" : one.receiver() + " -> ", one.callee())));
        dump.append("\nuses\n");
        file.uses().forEach(one -> dump.append(line("  %d %s | %s | %s", one.line(), one.module(), one.name(), one.member())));
        dump.append("\nchunks\n");
        for (CodeChunk one : CodeChunker.chunk(path, text, SIZE)) {
            dump.append(line("  %d-%d %s %s %s", one.startLine(), one.endLine(), one.kind(), one.qualifiedName(), one.names()));
            dump.append(line("      %s", one.embedded().substring(0, one.embedded().length() - one.text().length()).replace("\n", "\\n")));
        }
        return dump.toString();
    }

    private static String line(String format, Object... values) {
        return format.formatted(values).stripTrailing() + "\n";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
