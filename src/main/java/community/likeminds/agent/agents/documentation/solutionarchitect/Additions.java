package community.likeminds.agent.agents.documentation.solutionarchitect;

import community.likeminds.agent.agents.documentation.ContextPassage;
import community.likeminds.agent.agents.documentation.ContextPassage.Relation;
import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.PageFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an answer quotes besides the passages that answer it: what must be done first, and what the quoted names are. */
final class Additions {

    private static final int PREREQUISITES = 1;
    private static final int DEFINITIONS = 2;
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(?:\\p{Ll}\\p{Lu}|_)[\\p{L}\\p{N}_$]*");

    private Additions() {}

    static List<Quotation> of(List<ContextPassage> context, List<Quotation> quoted, boolean steps) {
        String said = quoted.stream()
                .flatMap(one -> one.segments().stream())
                .map(Segment::text)
                .collect(Collectors.joining("\n"));
        List<Quotation> first = new ArrayList<>();
        List<Quotation> meanings = new ArrayList<>();
        for (ContextPassage one : context) {
            if (steps && one.relation() == Relation.PREREQUISITE && first.size() < PREREQUISITES) {
                quote("First: ", one).forEach(first::add);
            }
            if (one.relation() == Relation.DEFINITION && meanings.size() < DEFINITIONS && names(one, said)) {
                quote("Used above: ", one).forEach(meanings::add);
            }
        }
        first.addAll(meanings);
        return first;
    }

    /** Whether what is defined stands in what is quoted, and not only elsewhere in the passage. */
    private static boolean names(ContextPassage definition, String said) {
        String defined = definition.heading() + "\n" + definition.text().lines().filter(line -> !line.startsWith("```")).findFirst().orElse("");
        return NAME.matcher(defined).results().anyMatch(name -> Pattern.compile("(?<![\\w$])" + Pattern.quote(name.group()) + "(?![\\w$])").matcher(said).find());
    }

    /** Its first sentence, else its code; none when it has neither. */
    private static List<Quotation> quote(String lead, ContextPassage one) {
        Chunk chunk = new Chunk(
                one.source(), one.page(), one.heading(), List.of(one.heading()), "", new LineRange(one.startLine(), one.endLine()), one.text(), "", "",
                PageFacts.unknown());
        List<Segment> segments = Segments.of(chunk);
        return segments.stream()
                .filter(segment -> segment.kind() != Segment.Kind.CODE && !segment.text().equals("…"))
                .findFirst()
                .or(() -> segments.stream().findFirst())
                .map(segment -> List.of(new Quotation(lead, chunk, List.of(segment))))
                .orElse(List.of());
    }
}
