package community.likeminds.agent.agents.documentation.bench;

import community.likeminds.agent.processors.code.CodeChunk;
import community.likeminds.agent.processors.code.CodeFile;
import community.likeminds.agent.processors.code.CodeProcessor;
import community.likeminds.agent.processors.code.CodeSymbol;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Methods of a JDK without their Javadoc, and the first sentences of it as questions for them. The same sources give the same set. */
final class JdkSet {

    private static final long SEED = 20_000;
    private static final int FEWEST_WORDS = 4;
    private static final int MOST_WORDS = 60;

    /**
     * @param sentence first sentence of the method's Javadoc
     * @param answer content hash of the method
     */
    record Query(String sentence, String answer) {}

    /** @param methods one passage a method */
    record Content(List<CodeChunk> methods, List<Query> queries) {}

    private final CodeProcessor processor;

    JdkSet(CodeProcessor processor) {
        this.processor = processor;
    }

    /** The sources of the JDK that this process runs on. */
    static Path running() {
        return Path.of(System.getProperty("java.home"), "lib", "src.zip");
    }

    Content build(Path sources, int methods, int queries, Progress progress) {
        if (!Files.isRegularFile(sources)) {
            throw AgentException.notFound(
                    "jdk-sources-absent",
                    "The JDK that runs this has no sources at " + sources + ".",
                    "Run likeminds on a JDK with lib/src.zip, such as Eclipse Temurin's.");
        }
        List<CodeChunk> chunks = new ArrayList<>();
        Map<String, String> sentences = new HashMap<>();
        Map<String, Integer> count = new HashMap<>();
        try (ZipFile zip = new ZipFile(sources.toFile())) {
            List<? extends ZipEntry> files = zip.stream().filter(JdkSet::wanted).sorted(Comparator.comparing(entry -> order(entry.getName()))).toList();
            for (ZipEntry file : files) {
                if (chunks.size() >= methods) {
                    break;
                }
                progress.report("Reading methods", chunks.size(), methods, file.getName());
                try (InputStream stream = zip.getInputStream(file)) {
                    add(file.getName(), new String(stream.readAllBytes(), StandardCharsets.UTF_8), methods, chunks, sentences);
                }
            }
        } catch (IOException failure) {
            throw AgentException.badInput(
                    "jdk-sources-unreadable",
                    "The JDK's sources in " + sources + " cannot be read: " + failure.getMessage() + ".",
                    "Run likeminds on a JDK whose lib/src.zip is whole.");
        }
        sentences.values().forEach(sentence -> count.merge(sentence.toLowerCase(Locale.ROOT), 1, Integer::sum));
        List<Query> asked = new ArrayList<>(sentences.entrySet().stream()
                .filter(one -> count.getOrDefault(one.getValue().toLowerCase(Locale.ROOT), 0) == 1)
                .filter(one -> words(one.getValue()) >= FEWEST_WORDS && words(one.getValue()) <= MOST_WORDS)
                .map(one -> new Query(one.getValue(), one.getKey()))
                .sorted(Comparator.comparing(Query::answer))
                .toList());
        java.util.Collections.shuffle(asked, new Random(SEED));
        return new Content(List.copyOf(chunks), List.copyOf(asked.subList(0, Math.min(queries, asked.size()))));
    }

    private static int words(String sentence) {
        return sentence.split("\\s+").length;
    }

    private static boolean wanted(ZipEntry entry) {
        String name = entry.getName();
        return name.endsWith(".java") && !name.endsWith("package-info.java") && !name.endsWith("module-info.java");
    }

    private static String order(String name) {
        return hash(SEED + name);
    }

    private void add(String path, String text, int most, List<CodeChunk> chunks, Map<String, String> sentences) {
        CodeFile file = processor.read(path, text);
        String[] lines = text.split("\n", -1);
        for (CodeSymbol symbol : file.symbols()) {
            boolean documented = symbol.kind() == CodeSymbol.Kind.METHOD && !symbol.doc().isEmpty() && !symbol.doc().contains("{@inheritDoc}");
            if (!documented || chunks.size() >= most) {
                continue;
            }
            // The symbol begins with its documentation; what is measured begins behind it.
            int from = symbol.endLine() - symbol.complexity().lines() + 1;
            boolean javadoc = lines[symbol.startLine() - 1].strip().startsWith("/**");
            String code = String.join("\n", List.of(lines).subList(from - 1, symbol.endLine())).stripIndent().strip();
            if (!javadoc || from <= symbol.startLine() || !code.endsWith("}") || code.contains("/**")) {
                continue;
            }
            Optional<String> sentence = JavadocSentences.first(symbol.doc());
            if (sentence.isEmpty()) {
                continue;
            }
            String types = symbol.parent().substring(Math.min(symbol.parent().length(), file.namespace().length() + 1));
            String embedded = path + " > " + types.replace(".", " > ") + "\n" + code;
            String hash = hash(embedded);
            if (sentences.putIfAbsent(hash, sentence.get()) == null) {
                chunks.add(new CodeChunk(
                        path, "java", List.of(symbol.name()), symbol.qualifiedName(), "method", symbol.signature(), "", from, symbol.endLine(), code,
                        embedded, hash));
            }
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every JDK has SHA-256.", missing);
        }
    }
}
