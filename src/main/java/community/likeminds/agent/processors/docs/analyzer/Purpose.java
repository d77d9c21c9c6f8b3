package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Container;
import community.likeminds.agent.processors.docs.PageFacts.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what a page is written for: from what it calls itself, then from how it is built. */
final class Purpose {

    private static final Pattern FAQ = Pattern.compile("\\b(?:faqs?|frequently asked|troubleshoot\\w*|known issues|common (?:errors|issues|problems)|error codes explained)\\b");
    private static final Pattern GUIDE = Pattern.compile(
            "\\b(?:quick ?-?starts?|get(?:ting)? ?-?started|tutorials?|how ?-?to|guides?|walk-?through|set ?-?up|setting up|install(?:ing|ation)?|integrat(?:e|ing|ion|ions)|migrat\\w*|upgrad\\w*|"
                    + "deploy\\w*|recipes?|cookbook|codelab|your first)\\b");
    /** What guides do, and what functions are called after. */
    private static final Pattern DOING = Pattern.compile(
            "\\b(?:adding|building|creating|implementing|configuring|customi[sz]ing|enabling|using|testing|reading|writing|managing|handling|working with|add|build|implement|customi[sz]e|use)\\b");
    private static final Pattern REFERENCE = Pattern.compile("\\b(?:api|reference|references|schema|specification|glossary|changelog|release notes|cli|typedefs?|docs for)\\b");
    /** What references list, and what guides tell about. */
    private static final Pattern LISTED = Pattern.compile(
            "\\b(?:props|options|parameters|methods|functions?|class(?:es)?|interfaces?|types?|enums?|hooks?|components?|models?|commands|events|errors|configuration|screens?|widgets?|contexts?|view data|data)\\b");
    private static final Pattern CONCEPT = Pattern.compile(
            "\\b(?:overview|introduction|intro|concepts?|architecture|about|how .{1,30} works?|what is|why|comparison|understanding|explained|explanation|philosophy|design|"
                    + "core concepts|best practices|thinking in|motivation)\\b");
    private static final Pattern SIGNATURE = Pattern.compile("^(?:[a-z$][\\w$.]*\\(.*\\)|<[A-Z]\\w*\\s?/?>|(?:use|create|get|set|with|on)[A-Z]\\w*|[a-z]+(?:[A-Z][a-z0-9]+)+|(?:GET|POST|PUT|DELETE|PATCH) /.*)$");
    private static final Set<String> MEMBERS = Set.of("parameters", "props", "options", "arguments", "returns", "return value", "return type", "properties", "methods", "attributes", "fields",
            "type", "signature", "type parameters", "response", "request", "variables", "styles", "callbacks", "events", "constructor", "body", "headers", "errors", "extends", "defined in",
            "api reference", "reference", "usage");
    private static final Set<String> TABLE_HEADS = Set.of("type", "parameter", "property", "prop", "option", "field", "attribute", "argument", "default", "method", "variable", "key");

    private Purpose() {}

    static Kind of(Facts.Page page) {
        String declared = page.front().getOrDefault("type", page.front().getOrDefault("doc_type", page.front().getOrDefault("content_type", ""))).toLowerCase(Locale.ROOT);
        Kind named = switch (declared) {
            case "guide", "tutorial", "how-to", "howto", "quickstart" -> Kind.GUIDE;
            case "reference", "api" -> Kind.REFERENCE;
            case "concept", "conceptual", "explanation", "overview" -> Kind.CONCEPT;
            case "faq", "troubleshooting" -> Kind.FAQ;
            default -> Kind.OTHER;
        };
        return named != Kind.OTHER ? named : told(page);
    }

    private static Kind told(Facts.Page page) {
        String title = page.title().toLowerCase(Locale.ROOT);
        String file = words(page.path().substring(page.path().lastIndexOf('/') + 1));
        String folders = page.path().contains("/") ? words(page.path().substring(0, page.path().lastIndexOf('/'))) : "";
        Shape shape = Shape.of(page.blocks());
        if (FAQ.matcher(title + " " + file).find() || shape.headings() >= 4 && shape.questions() * 10 >= shape.headings() * 6) {
            return Kind.FAQ;
        }
        double guide = hits(GUIDE, title) * 3 + hits(GUIDE, file) + hits(GUIDE, folders) * 3 + hits(DOING, title) * 1.5 + (shape.steps() > 1 ? 4 : 0)
                + (shape.installs() > 0 ? 1.5 : 0) + Math.min(2, shape.imperatives() * 0.5);
        double reference = hits(REFERENCE, title) * 2 + hits(REFERENCE, file) + hits(REFERENCE, folders) * 3 + hits(LISTED, title) + hits(LISTED, file) * 0.5 + hits(LISTED, folders) * 1.5
                + (SIGNATURE.matcher(page.title().strip()).matches() ? 4 : 0) + (shape.members() > 0 ? 1 + Math.min(3, shape.members()) : 0)
                + Math.min(3, shape.memberTables() * 1.5) + Math.min(2, shape.signatures() * 0.5);
        double concept = hits(CONCEPT, title) * 3 + hits(CONCEPT, file) + hits(CONCEPT, folders) * 3 + (shape.code() == 0 && shape.prose() > 3 ? 3 : 0)
                + (shape.code() > 0 && shape.prose() > shape.code() * 6 ? 1 : 0);
        double most = Math.max(guide, Math.max(reference, concept));
        if (most < 2) {
            return shape.code() > 1 && shape.prose() > 1 ? Kind.GUIDE : Kind.OTHER;
        }
        return guide == most ? Kind.GUIDE : reference == most ? Kind.REFERENCE : Kind.CONCEPT;
    }

    private static String words(String path) {
        return path.replaceFirst("\\.\\w+$", "").replaceAll("([a-z])([A-Z])", "$1 $2").replaceAll("[-_/.]+", " ").toLowerCase(Locale.ROOT);
    }

    private static int hits(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text.length() > 300 ? text.substring(0, 300) : text);
        return matcher.find() ? 1 : 0;
    }

    /** How a page is built, in numbers. */
    private record Shape(int headings, int questions, int steps, int installs, int imperatives, int members, int memberTables, int signatures, int prose, int code) {

        private static final Pattern IMPERATIVE = Pattern.compile(
                "^(?:\\d+[.)]\\s*|step \\d+\\W*)?(?:install|create|add|open|run|set up|configure|import|initiali[sz]e|wrap|register|call|update|enable|start|navigate|go to|copy|paste|click|use)\\b");

        static Shape of(List<Block> blocks) {
            int headings = 0;
            int questions = 0;
            int steps = 0;
            int installs = 0;
            int imperatives = 0;
            int members = 0;
            int tables = 0;
            int signatures = 0;
            int prose = 0;
            int code = 0;
            String step = "";
            for (Block block : blocks) {
                String text = block.text().length() > 300 ? block.text().substring(0, 300) : block.text();
                String lower = text.toLowerCase(Locale.ROOT).strip();
                for (Container one : block.containers()) {
                    if (one.kind() == Container.Kind.STEP && !(one.group() + one.label()).equals(step)) {
                        step = one.group() + one.label();
                        steps++;
                    }
                }
                switch (block.kind()) {
                    case HEADING -> {
                        headings++;
                        questions += lower.endsWith("?") ? 1 : 0;
                        imperatives += IMPERATIVE.matcher(lower).find() ? 1 : 0;
                        members += MEMBERS.contains(lower) && !lower.equals("usage") ? 1 : 0;
                        signatures += SIGNATURE.matcher(text.strip()).matches() ? 1 : 0;
                    }
                    case TABLE -> {
                        String head = lower.lines().findFirst().orElse("");
                        tables += List.of(head.split(" \\| ")).stream().map(one -> one.replace("`", "").strip()).anyMatch(TABLE_HEADS::contains) ? 1 : 0;
                    }
                    case PROSE -> {
                        prose++;
                        imperatives += IMPERATIVE.matcher(lower).find() ? 1 : 0;
                    }
                    case CODE -> {
                        code++;
                        installs += block.code() != null && !community.likeminds.agent.processors.docs.Installs.of(text).isEmpty() ? 1 : 0;
                    }
                }
            }
            return new Shape(headings, questions, steps, installs, imperatives, members, tables, signatures, prose, code);
        }
    }
}
