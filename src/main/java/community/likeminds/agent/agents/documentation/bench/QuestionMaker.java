package community.likeminds.agent.agents.documentation.bench;

import community.likeminds.agent.agents.documentation.bench.SelfMade.Place;
import community.likeminds.agent.agents.documentation.bench.SelfMade.Question;
import community.likeminds.agent.processors.docs.Chunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes questions of documentation: a heading asks for its section, a first sentence for the rest of its passage, a name for the
 * section that is called so. What would give the answer away is taken out of it first. The same documentation gives the same questions.
 */
final class QuestionMaker {

    static final String HEADINGS = "headings";
    static final String QUESTIONS = "questions";
    static final String MISSPELT = "misspelt headings";
    static final String SENTENCES = "first sentences";
    static final String NAMES = "names";

    /** Of the headings this part is asked with a mistake. */
    private static final int MISSPELT_PART = 3;

    private static final int SHORTEST_MISSPELT = 5;

    private final int most;
    private final Map<Place, Chunk> altered = new HashMap<>();
    private final Map<String, List<Question>> sets = new LinkedHashMap<>();

    /** @param most questions of a kind */
    private QuestionMaker(int most) {
        this.most = most;
    }

    static SelfMade make(List<Chunk> chunks, int most) {
        QuestionMaker maker = new QuestionMaker(most);
        // An order that has nothing to do with the order of the pages.
        List<Chunk> mixed = chunks.stream().sorted(Comparator.comparing(Chunk::contentHash)).toList();
        maker.headings(mixed);
        maker.sentences(mixed);
        maker.names(mixed);
        Map<String, List<Chunk>> pages = chunks.stream()
                .map(chunk -> maker.altered.getOrDefault(Place.of(chunk), chunk))
                .collect(Collectors.groupingBy(Chunk::page, LinkedHashMap::new, Collectors.toList()));
        return new SelfMade(pages, maker.sets);
    }

    private void headings(List<Chunk> chunks) {
        Map<String, List<Chunk>> byHeading = chunks.stream()
                .filter(chunk -> Headings.isTelling(Headings.own(chunk)))
                .collect(Collectors.groupingBy(
                        chunk -> Headings.key(chunk.platform(), Headings.own(chunk)), LinkedHashMap::new, Collectors.toList()));
        int count = 0;
        for (List<Chunk> section : byHeading.values()) {
            String heading = Headings.own(section.getFirst());
            boolean one = section.stream().map(Chunk::page).distinct().count() == 1;
            boolean fits = one && section.stream().noneMatch(chunk -> altered.containsKey(Place.of(chunk)));
            boolean misspelt = count % MISSPELT_PART == MISSPELT_PART - 1;
            String kind = Headings.isQuestion(heading) ? QUESTIONS : misspelt ? MISSPELT : HEADINGS;
            if (!fits || isFull(kind)) {
                continue;
            }
            count++;
            String plain = Headings.name(heading);
            add(kind, misspelt && kind.equals(MISSPELT) ? misspelt(plain) : plain, section);
            String page = section.getFirst().page();
            chunks.stream()
                    .filter(chunk -> chunk.page().equals(page) && chunk.headings().contains(heading))
                    .forEach(chunk -> altered.put(Place.of(chunk), Removal.heading(chunk, heading)));
        }
    }

    private void sentences(List<Chunk> chunks) {
        Map<String, Integer> frequency = new HashMap<>();
        chunks.forEach(chunk -> frequency.merge(FirstSentence.of(chunk), 1, Integer::sum));
        for (Chunk chunk : chunks) {
            String sentence = FirstSentence.of(chunk);
            boolean fits = !sentence.isEmpty()
                    && Objects.requireNonNullElse(frequency.get(sentence), 0) == 1
                    && !altered.containsKey(Place.of(chunk));
            if (fits && !isFull(SENTENCES)) {
                add(SENTENCES, sentence, List.of(chunk));
                altered.put(Place.of(chunk), Removal.sentence(chunk, sentence));
            }
        }
    }

    private void names(List<Chunk> chunks) {
        Map<String, List<Chunk>> byName = new LinkedHashMap<>();
        for (Chunk chunk : chunks) {
            Set<String> headings = new LinkedHashSet<>(chunk.headings());
            headings.add(chunk.title());
            headings.stream()
                    .filter(Headings::isIdentifier)
                    .forEach(name -> byName.computeIfAbsent(Headings.key(chunk.platform(), name), key -> new ArrayList<>())
                            .add(chunk));
        }
        byName.forEach((key, defining) -> {
            Set<String> pages = defining.stream().map(Chunk::page).collect(Collectors.toCollection(HashSet::new));
            // A name that heads many pages is a chapter of each of them, not a thing that one of them defines.
            if (pages.size() <= 2 && !isFull(NAMES)) {
                String wanted = key.substring(key.indexOf('\u0000') + 1);
                Chunk first = defining.getFirst();
                String written = Stream.concat(first.headings().stream(), Stream.of(first.title()))
                        .map(Headings::name)
                        .filter(name -> name.equalsIgnoreCase(wanted))
                        .findFirst()
                        .orElse(wanted);
                add(NAMES, written, chunks.stream().filter(chunk -> pages.contains(chunk.page())).toList());
            }
        });
    }

    private boolean isFull(String kind) {
        return sets.getOrDefault(kind, List.of()).size() >= most;
    }

    private void add(String kind, String text, List<Chunk> answers) {
        sets.computeIfAbsent(kind, key -> new ArrayList<>())
                .add(new Question(
                        text,
                        answers.getFirst().platform(),
                        answers.stream().map(Place::of).collect(Collectors.toSet())));
    }

    /** Two letters of the longest word change places, or one is missing or there twice. */
    private static String misspelt(String text) {
        String longest = Arrays.stream(text.split("[^\\p{L}]+"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        if (longest.length() < SHORTEST_MISSPELT) {
            return text;
        }
        Random random = new Random(text.hashCode());
        int at = 1 + random.nextInt(longest.length() - 3);
        String wrong = switch (random.nextInt(3)) {
            case 0 -> longest.substring(0, at) + longest.charAt(at + 1) + longest.charAt(at) + longest.substring(at + 2);
            case 1 -> longest.substring(0, at) + longest.substring(at + 1);
            default -> longest.substring(0, at) + longest.charAt(at) + longest.substring(at);
        };
        return text.replace(longest, wrong);
    }
}
