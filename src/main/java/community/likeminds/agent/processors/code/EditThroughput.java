package community.likeminds.agent.processors.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import community.likeminds.agent.processors.code.StructuralEdits.Edit;
import community.likeminds.agent.processors.code.StructuralEdits.MergeRequest;
import community.likeminds.agent.processors.code.StructuralEdits.Mode;
import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.ast.SyntaxTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Measures how fast documented code is merged into generated files of several languages and sizes, in one thread. */
public final class EditThroughput {

    /** Files of these sizes in characters are made of every sample: a usual file, a large one, a generated one. */
    private static final List<Integer> SIZES = List.of(4_000, 30_000, 200_000);
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final List<String> SAMPLES = List.of(
            "Orders.java", "Orders.kt", "App.tsx", "server.ts", "App.vue", "app.py", "main.go", "AppDelegate.swift", "main.dart", "application.rb",
            "settings.json", "application.yml", "pom.xml", "build.gradle.kts", "settings.toml");

    /**
     * @param file the sample's name, whose extension is that of its language
     * @param bytes of source text that were merged into
     * @param seconds that took
     * @param parseSeconds that parsing the same texts once with tree-sitter took, without reading the trees; NaN for formats that are read without it
     */
    public record Speed(String file, long bytes, double seconds, double parseSeconds) {

        public double mbPerSecond() {
            return bytes / 1e6 / seconds;
        }

        public double parseMbPerSecond() {
            return bytes / 1e6 / parseSeconds;
        }
    }

    private record Sample(String name, String head, String unit, String foot, String snippet) {

        String file(int size) {
            StringBuilder text = new StringBuilder(head);
            for (int i = 1; text.length() < size; i++) {
                text.append(unit.replace("@@", Integer.toString(i)));
            }
            return text.append(foot).toString();
        }
    }

    private EditThroughput() {}

    /** Names of the samples, each of another language or format. */
    public static List<String> samples() {
        return SAMPLES;
    }

    /**
     * Measures one sample.
     *
     * @param warm how long to merge before it is measured
     * @param measured how long to measure at least; every size is merged into at least once
     */
    public static Speed measure(String name, Duration warm, Duration measured) {
        StructuralEdits edits = new TextStructuralEdits();
        Sample sample = sample(name);
        List<MergeRequest> requests = SIZES.stream().map(size -> request(sample, size)).toList();
        run(edits, requests, warm);
        Speed merged = run(edits, requests, measured);
        return new Speed(name, merged.bytes(), merged.seconds(), parsing(name, requests) * merged.bytes());
    }

    private static MergeRequest request(Sample sample, int size) {
        boolean setup = sample.name().equals("App.tsx") || sample.name().endsWith(".vue");
        return new MergeRequest("src/" + sample.name(), sample.file(size), sample.snippet(), "", setup ? Mode.SETUP : Mode.EVERYTHING,
                List.of("@acme/store", "@acme/track", "@acme/monitor"), List.of());
    }

    /** Every size gets the same share of the time, as every size of file is as usual as its share of the text is small. */
    private static Speed run(StructuralEdits edits, List<MergeRequest> requests, Duration least) {
        long bytes = 0;
        long took = 0;
        for (MergeRequest request : requests) {
            int size = request.target().getBytes(UTF_8).length;
            long spent = 0;
            do {
                long start = now();
                Edit edit = edits.merge(request);
                if (!edit.changed()) {
                    throw new IllegalStateException("the merge that is measured changed nothing: " + request.path() + " " + edit.conflict());
                }
                spent += now() - start;
                bytes += size;
            } while (spent < least.toNanos() / requests.size());
            took += spent;
        }
        return new Speed("", bytes, took / 1e9, Double.NaN);
    }

    /** Seconds a byte. */
    private static double parsing(String name, List<MergeRequest> requests) {
        Language language = name.endsWith(".vue") ? Language.TYPESCRIPT : Language.of(name).filter(one -> !name.endsWith(".gradle.kts")).orElse(null);
        if (language == null) {
            return Double.NaN;
        }
        long bytes = 0;
        long start = now();
        do {
            for (MergeRequest request : requests) {
                SyntaxTree.parses(language, request.target());
                bytes += request.target().getBytes(UTF_8).length;
            }
        } while (now() - start < 100_000_000);
        return (now() - start) / 1e9 / bytes;
    }

    /** Processor time of this thread, so that other work on the machine does not count; the clock where that is not known. */
    private static long now() {
        return CLOCK.isCurrentThreadCpuTimeSupported() ? CLOCK.getCurrentThreadCpuTime() : System.nanoTime();
    }

    private static Sample sample(String name) {
        Map<String, String> sections = new HashMap<>();
        for (String part : ("\n" + text("/code/throughput/" + name)).split("\n=== ")) {
            int line = part.indexOf('\n');
            if (!part.isBlank()) {
                sections.put(line < 0 ? part.strip() : part.substring(0, line), line < 0 ? "" : part.substring(line + 1).stripTrailing() + "\n");
            }
        }
        return new Sample(name, section(sections, "head"), section(sections, "unit"), section(sections, "foot"), section(sections, "snippet"));
    }

    private static String section(Map<String, String> sections, String name) {
        String text = Objects.requireNonNull(sections.get(name), name);
        return text.isBlank() ? "" : text;
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(EditThroughput.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
