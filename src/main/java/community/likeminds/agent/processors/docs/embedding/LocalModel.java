package community.likeminds.agent.processors.docs.embedding;

import community.likeminds.agent.processors.docs.embedding.EmbeddingsProperties.Pooling;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A model that runs in this process, and how it wants to be used.
 *
 * @param name that its vectors are kept under
 * @param network the ONNX model
 * @param tokenizer Hugging Face's {@code tokenizer.json}
 * @param maxTokens that it reads, special tokens included
 * @param pooling {@code CLS} or {@code MEAN}
 * @param queryPrefix before a question
 * @param passagePrefix before a passage
 */
record LocalModel(
        String name, Bytes network, Bytes tokenizer, int maxTokens, Pooling pooling, String queryPrefix, String passagePrefix) {

    static final String BUNDLED = "bge-small-en-v1.5-q";

    private static final String AUTO = "auto";

    /** Read when the model is first used. */
    interface Bytes {
        byte[] read() throws IOException;
    }

    /**
     * The model that the properties name.
     *
     * @throws AgentException {@code embeddings-model-unknown} when there is none
     */
    static LocalModel of(EmbeddingsProperties properties) {
        String wanted = properties.model().isEmpty() ? BUNDLED : properties.model();
        if (wanted.equals(BUNDLED)) {
            return named(BUNDLED, "", resource("/" + BUNDLED + ".onnx"), bundledTokenizer(), properties);
        }
        Path path = path(wanted);
        if (Files.isDirectory(path)) {
            Path network = file(wanted, List.of(path.resolve("model.onnx"), path.resolve("onnx/model.onnx"), path.resolve("model_quantized.onnx")));
            Path tokenizer = file(wanted, List.of(path.resolve("tokenizer.json")));
            return named(
                    path.getFileName().toString(),
                    checksum(network) + " " + checksum(tokenizer),
                    () -> Files.readAllBytes(network),
                    () -> Files.readAllBytes(tokenizer),
                    properties);
        }
        if (Files.isRegularFile(path) && wanted.endsWith(".jar")) {
            return jar(path, properties);
        }
        throw unknown(wanted);
    }

    static Bytes bundledTokenizer() {
        return resource("/" + BUNDLED + "-tokenizer.json");
    }

    private static Path path(String wanted) {
        try {
            return Path.of(wanted).toAbsolutePath().normalize();
        } catch (InvalidPathException noPath) {
            throw unknown(wanted);
        }
    }

    private static AgentException unknown(String wanted) {
        return AgentException.badInput(
                "embeddings-model-unknown",
                "There is no embedding model '" + wanted + "' in this process.",
                "Use " + BUNDLED + ", a folder with model.onnx and tokenizer.json, or a jar that holds a model.");
    }

    private static LocalModel jar(Path jar, EmbeddingsProperties properties) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<String> entries = zip.stream().map(ZipEntry::getName).sorted(Comparator.comparingInt(String::length)).toList();
            String network = entries.stream().filter(entry -> entry.endsWith(".onnx")).findFirst().orElseThrow(() -> unknown(jar.toString()));
            String tokenizer =
                    entries.stream().filter(entry -> entry.endsWith("tokenizer.json")).findFirst().orElseThrow(() -> unknown(jar.toString()));
            String name = network.substring(network.lastIndexOf('/') + 1, network.length() - ".onnx".length());
            String content = zip.getEntry(network).getCrc() + " " + zip.getEntry(tokenizer).getCrc();
            return named(name, content, entry(jar, network), entry(jar, tokenizer), properties);
        } catch (IOException unreadable) {
            throw unreadable(jar, unreadable);
        }
    }

    /**
     * What is known of the families that a name tells; everything can be configured.
     *
     * @param content tells files of the same name apart, empty for the bundled one
     */
    private static LocalModel named(String name, String content, Bytes network, Bytes tokenizer, EmbeddingsProperties properties) {
        String family = name.toLowerCase(Locale.ROOT);
        boolean bge = family.contains("bge-");
        boolean e5 = family.contains("e5-");
        int reads = properties.maxTokens() > 0 ? properties.maxTokens() : family.contains("minilm") ? 256 : 512;
        Pooling pooling = properties.pooling() != Pooling.AUTO ? properties.pooling() : bge ? Pooling.CLS : Pooling.MEAN;
        // BGE's own instruction is a third of a question's tokens; without it hybrid search found as much on 183 questions over eight SDKs.
        String query = properties.queryPrefix().equals(AUTO) ? e5 ? "query: " : "" : properties.queryPrefix();
        String passage = properties.passagePrefix().equals(AUTO) ? e5 ? "passage: " : "" : properties.passagePrefix();
        String key = ModelKey.of(
                name,
                List.of(
                        content,
                        properties.maxTokens() > 0 ? Integer.toString(properties.maxTokens()) : "",
                        properties.pooling() == Pooling.AUTO ? "" : properties.pooling().name(),
                        properties.passagePrefix().equals(AUTO) ? "" : "passage " + properties.passagePrefix()));
        return new LocalModel(key, network, tokenizer, reads, pooling, query, passage);
    }

    private static Bytes resource(String name) {
        return () -> {
            try (InputStream bytes = LocalModel.class.getResourceAsStream(name)) {
                if (bytes == null) {
                    throw new IOException(name + " is not on the class path");
                }
                return bytes.readAllBytes();
            }
        };
    }

    private static Path file(String wanted, List<Path> candidates) {
        return candidates.stream().filter(Files::isRegularFile).findFirst().orElseThrow(() -> unknown(wanted));
    }

    /** CRC-32, as archives have it of their entries. */
    private static long checksum(Path file) {
        try (CheckedInputStream bytes = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
            byte[] buffer = new byte[1 << 20];
            while (bytes.read(buffer) >= 0) {
                // Reading is what counts.
            }
            return bytes.getChecksum().getValue();
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    private static AgentException unreadable(Path model, IOException cause) {
        return new AgentException(
                AgentException.Kind.BAD_INPUT,
                "embeddings-model-unreadable",
                "The embedding model " + model + " cannot be read: " + cause.getMessage() + ".",
                "Check likeminds.embeddings.model.",
                cause);
    }

    private static Bytes entry(Path jar, String name) {
        return () -> {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                return zip.getInputStream(zip.getEntry(name)).readAllBytes();
            }
        };
    }
}
