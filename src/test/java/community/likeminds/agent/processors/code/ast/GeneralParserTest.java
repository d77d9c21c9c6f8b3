package community.likeminds.agent.processors.code.ast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The parser of correct text comes to the very trees that the library comes to, and to none where the library finds errors. */
class GeneralParserTest {

    private static final long SEED = Long.getLong("edits.seed", 20260104L);
    private static final Pattern PATH = Pattern.compile("(?m)^path: *(\\S+)");

    private final NativeTrees trees = NativeTrees.loaded().orElseThrow();

    private record Text(Language language, String text) {}

    @Test
    void comesToTheTreesOfTheLibraryForFixtures() throws Exception {
        List<Text> texts = fixtures("/fixtures/edits");
        List<Text> samples = samples("/code/throughput");
        List<Text> all = Stream.concat(texts.stream(), samples.stream()).toList();

        check(all, .97);
    }

    @Test
    void comesToTheTreesOfTheLibraryForOwnSources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/community/likeminds/agent/processors"))) {
            List<Text> all = new ArrayList<>();
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).sorted().limit(80).toList()) {
                all.add(new Text(Language.JAVA, Files.readString(file)));
            }
            check(all, 1);
        }
    }

    @Test
    void findsNoTreeWhereTheLibraryFindsErrors() throws Exception {
        Random random = new Random(SEED);
        List<Text> broken = new ArrayList<>();
        for (Text one : fixtures("/fixtures/edits")) {
            String text = one.text();
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + 1 + random.nextInt(6));
            broken.add(new Text(one.language(), text.substring(0, from) + text.substring(to)));
            int other = random.nextInt(text.length());
            broken.add(new Text(one.language(), text.substring(0, from) + text.substring(other)));
        }

        check(broken, .9);
    }

    @Test
    void comesToTheSameTreeWithWhatAnEarlierParseCameTo() throws Exception {
        Random random = new Random(SEED);
        List<Text> texts = new ArrayList<>(fixtures("/fixtures/edits"));
        texts.addAll(samples("/code/throughput"));
        int checked = 0;
        for (Text one : texts) {
            String now = one.text();
            Spans spans = new Spans(now);
            if (trees.derived(one.language(), now, spans, null) == null) {
                continue;
            }
            for (int i = 0; i < 2; i++) {
                String next = changed(now, random);
                Spans more = new Spans(next);
                SyntaxNode tree = trees.derived(one.language(), next, more, spans.search(next));
                String about = "seed " + SEED + ", " + one.language() + ":\n" + now + "\n=====\n" + next;
                if (tree == null) {
                    assertThat(trees.derived(one.language(), next)).as(about).isNull();
                } else {
                    assertThat(print(tree)).as(about).isEqualTo(print(trees.readByLibrary(one.language(), next)));
                    now = next;
                    spans = more;
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(texts.size() / 2);
    }

    /** A line is put elsewhere, left out or doubled, or a character is. */
    private static String changed(String text, Random random) {
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
        int from = random.nextInt(lines.size());
        int to = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.add(to, lines.get(from));
            case 1 -> lines.add(to, "\n");
            case 2 -> lines.add(Math.min(to, lines.size() - 1), lines.remove(from));
            default -> {
                int at = random.nextInt(text.length());
                return random.nextBoolean() ? text.substring(0, at) + text.substring(at + 1) : text.substring(0, at) + text.charAt(at) + text.substring(at);
            }
        }
        return String.join("", lines);
    }

    @ParameterizedTest
    @EnumSource(names = {"JAVA", "TSX", "PYTHON"})
    void leavesTextsThatAreTooLongOrTooDeepToBeReadInTime(Language language) {
        for (String text : List.of("(".repeat(50_000), "[".repeat(50_000) + "]".repeat(50_000), "x ".repeat(100_000), "\"" + "a".repeat(300_000))) {
            trees.derived(language, text);
        }
        assertThat(trees.derived(language, " ".repeat(2_000_001))).isNull();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void readsWhatIsShortOrStrange(Language language) {
        for (String text : List.of("", " \n", "\uFEFF", "\uFEFFa\n", "🚀", "\"é🚀\"\r\n", "\uD800", "\t# x\n", "// x", "a\u0000b", "{}", "<a/>")) {
            same(new Text(language, text));
        }
    }

    /** @param share of the correct texts that has to be parsed without the library's help */
    private void check(List<Text> texts, double share) {
        int correct = 0;
        int parsed = 0;
        for (Text one : texts) {
            if (trees.parsesByLibrary(one.language(), one.text())) {
                correct++;
                parsed += same(one) ? 1 : 0;
            } else {
                assertThat(trees.derived(one.language(), one.text())).as("seed %d, wrong %s:\n%s", SEED, one.language(), one.text()).isNull();
            }
        }
        assertThat(correct).isPositive();
        assertThat(parsed).as("parsed without help of %d", correct).isGreaterThanOrEqualTo((int) (share * correct));
    }

    private boolean same(Text one) {
        SyntaxNode derived = trees.derived(one.language(), one.text());
        if (derived == null) {
            return false;
        }
        assertThat(print(derived)).as("seed %d, %s:\n%s", SEED, one.language(), one.text()).isEqualTo(print(trees.readByLibrary(one.language(), one.text())));
        return true;
    }

    private static String print(SyntaxNode node) {
        StringBuilder text = new StringBuilder();
        node.walk(one -> text.append(one.field()).append(':').append(one).append(one.named()).append(one.missing()).append(one.children().size()).append('\n'));
        return text.toString();
    }

    private static List<Text> fixtures(String folder) throws IOException, URISyntaxException {
        List<Text> texts = new ArrayList<>();
        for (String text : read(folder)) {
            Matcher path = PATH.matcher(text);
            Language language = Language.of(path.find() ? path.group(1) : "src/main.tsx").orElse(null);
            for (String part : text.split("(?m)^=== .*\n")) {
                if (language != null && !part.isBlank()) {
                    texts.add(new Text(language, part));
                }
            }
        }
        return texts;
    }

    private static List<Text> samples(String folder) throws IOException, URISyntaxException {
        List<Text> texts = new ArrayList<>();
        Path root = Path.of(Objects.requireNonNull(GeneralParserTest.class.getResource(folder)).toURI());
        try (Stream<Path> files = Files.list(root)) {
            for (Path file : files.sorted().toList()) {
                String[] parts = Files.readString(file, UTF_8).split("(?m)^=== .*\n");
                Language.of(file.toString()).ifPresent(language -> texts.add(new Text(language, parts[1] + parts[2].replace("@@", "1").repeat(20) + (parts.length > 3 ? parts[3] : ""))));
            }
        }
        return texts;
    }

    private static List<String> read(String folder) throws IOException, URISyntaxException {
        Path root = Path.of(Objects.requireNonNull(GeneralParserTest.class.getResource(folder)).toURI());
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                texts.add(Files.readString(file, UTF_8));
            }
        }
        return texts;
    }
}
