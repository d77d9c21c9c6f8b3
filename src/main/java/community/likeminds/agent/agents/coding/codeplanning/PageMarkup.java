package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.codegeneration.GivenValues;
import community.likeminds.agent.processors.code.DocumentedCode;
import community.likeminds.agent.processors.code.SnippetParts;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.FileHint;
import community.likeminds.agent.processors.docs.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts script tags and the like into the page of a web project, where the guide says: into the head, or to the end of the body. */
final class PageMarkup {

    private static final Pattern HEAD = Pattern.compile("(?i)</?head>|\\bhead (?:section|tag|element|of)\\b|\\b(?:in|into|inside|within|to) (?:the|your) (?:\\w+'s )?`?<?head\\b");
    private static final Pattern BODY = Pattern.compile("(?i)</body>|\\b(?:end|bottom) of (?:the |your )?`?<?body\\b|\\bclosing `?<?/?body\\b");
    private static final Pattern FIRST = Pattern.compile("(?i)\\bas (?:high|early)\\b|\\b(?:top|beginning|start) of\\b|\\b(?:right|immediately|directly) after\\b|\\bopening\\b|\\bbefore (?:any|all) other\\b");
    private static final Pattern TAG = Pattern.compile("(?i)\\bcdn\\b|\\bscript tags?\\b|<script|\\bsnippet\\b|\\bwithout\\b|\\balternativ|\\bno build|\\bplain html\\b|\\bvanilla\\b");
    private static final Pattern CODE = Pattern.compile(".*\\.(?:[cm]?[jt]sx?|vue|svelte|astro)");
    /** A style sheet of a package that code imports: the package. */
    private static final Pattern STYLES = Pattern.compile("\\bimport\\s*['\"]((?:@[\\w.-]+/)?[a-zA-Z][\\w.-]*)/[^'\"]*css['\"]");
    private static final Pattern SOURCE = Pattern.compile("(?i)\\b(?:src|href)\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:-]+)\\s*=\\s*\"([^\"'\\\\\\n]*)\"");
    /** A value that means the same in an attribute, in code and in quotation marks. */
    private static final Pattern PLAIN = Pattern.compile("[\\w.:/@+-]+");
    private static final Pattern BODY_OF_SCRIPT = Pattern.compile("(?is)<script\\b[^>]*>(.*)</script\\s*>");

    private final Page page;
    private final ProjectProfile project;
    private final Workspace files;
    private final DocumentedCode documented;
    private final Environment environment;
    private final Values values;

    PageMarkup(Page page, ProjectProfile project, Workspace files, DocumentedCode documented, Environment environment, Values values) {
        this.page = page;
        this.project = project;
        this.files = files;
        this.documented = documented;
        this.environment = environment;
        this.values = values;
    }

    /** Whether a block is markup for the page of this project. */
    boolean shows(CodeBlock code) {
        return code.language().matches("html|astro|markup|") && !target(code).isEmpty() && !MarkupSnippet.of(code.code()).parts().isEmpty();
    }

    /** Whether a block brings in scripts. */
    static boolean loads(Block block) {
        return MarkupSnippet.of(Objects.requireNonNull(block.code()).code()).loads();
    }

    /** Whether a block brings in scripts for projects without packages, rather than for a file that it names. */
    static boolean instead(Block block) {
        return loads(block) && (Objects.requireNonNull(block.code()).file() == null || block.headings().stream().anyMatch(heading -> TAG.matcher(heading).find()));
    }

    /** Whether a block links the style sheets of packages whose styles the project's code imports. */
    boolean imported(Block block) {
        List<MarkupSnippet.Part> parts = MarkupSnippet.of(Objects.requireNonNull(block.code()).code()).parts();
        return !parts.isEmpty() && parts.stream().allMatch(part -> part.text().matches("(?is)<link\\b.*\\bstylesheet\\b.*") && imported(part));
    }

    private boolean imported(MarkupSnippet.Part part) {
        Matcher source = SOURCE.matcher(part.text());
        String address = source.find() ? source.group(1) : "";
        return address.matches("(?i)(?:https:)?//.*") && files.paths().stream().filter(path -> CODE.matcher(path).matches()).anyMatch(path -> STYLES.matcher(files.text(path)).results()
                .map(found -> found.group(1)).anyMatch(name -> address.contains("/" + name + "@") || address.contains("/" + name + "/")));
    }

    /** The page that has head and body of every other one, or an empty string. */
    private String target(CodeBlock code) {
        FileHint hint = code.file();
        String layout = project.framework().equals("astro") ? project.roles().getOrDefault("layout", "") : "";
        String html = project.framework().equals("astro") ? layout : project.roles().getOrDefault("html", "");
        if (!Set.of("npm", "static").contains(project.ecosystem()) || html.isEmpty() || !files.text(html).contains("</head>")) {
            return "";
        }
        boolean meant = hint == null || hint.path().matches("(?:.*/)?(?:index|app)\\.html|(?:.*/)?layouts?/.*\\.astro|(?:.*/)?\\w*Layout\\.astro");
        return meant ? html : "";
    }

    Draft.DraftStep step(Block block) {
        CodeBlock code = Objects.requireNonNull(block.code());
        String path = target(code);
        String said = block.heading() + "\n" + Scope.proseBefore(page, page.blocks().indexOf(block)) + "\n" + comments(code.code());
        String before = files.text(path);
        String text = before;
        for (MarkupSnippet.Part part : MarkupSnippet.of(code.code()).parts()) {
            String open = hazard(part);
            MarkupSnippet.Place place = place(part, said);
            List<SnippetParts.Literal> placeholders = placeholders(part.text());
            boolean there = MarkupText.standing(text, part.text(), placeholders.stream().map(SnippetParts.Literal::text).toList());
            Optional<String> filled = filled(part.text(), placeholders, page.cite(block));
            if (there) {
                continue;
            }
            if (!open.isEmpty() || place == MarkupSnippet.Place.UNSAID || filled.isEmpty()) {
                return left(block, path, !open.isEmpty() ? open : filled.isEmpty() ? unfilled(path)
                        : "The guide does not say whether it belongs into the head or to the end of the body.");
            }
            String inserted = MarkupText.inserted(text, filled.get(), place == MarkupSnippet.Place.HEAD, FIRST.matcher(said).find(), path.endsWith(".astro"));
            if (inserted.isEmpty()) {
                return left(block, path, path + " does not write out its head and body.");
            }
            text = inserted;
        }
        PlanStep step = plan(PlanStep.Kind.EDIT_FILE, "Edit " + path, path, block);
        if (text.equals(before)) {
            return new Draft.DraftStep(step, Draft.State.ALREADY_THERE, Map.of(), "It stands in " + path + " already.");
        }
        files.put(path, text);
        return new Draft.DraftStep(step, Draft.State.TO_DO, Map.of(path, text), "Put into " + path + " where the guide says.");
    }

    private String unfilled(String path) {
        return project.framework().equals("static") ? "It takes values of yours, which were not given: give them with --set, or put them in by hand."
                : "It takes values of yours that " + path + " cannot read from the environment: put them in as you publish them.";
    }

    private static MarkupSnippet.Place place(MarkupSnippet.Part part, String said) {
        if (part.place() != MarkupSnippet.Place.UNSAID) {
            return part.place();
        }
        boolean head = HEAD.matcher(said).find();
        boolean body = BODY.matcher(said).find();
        if (head == body) {
            return !head && part.anywhere() ? MarkupSnippet.Place.HEAD : MarkupSnippet.Place.UNSAID;
        }
        return head ? MarkupSnippet.Place.HEAD : MarkupSnippet.Place.BODY_END;
    }

    /** Why a part is the person's to judge, or an empty string. */
    private String hazard(MarkupSnippet.Part part) {
        String hazard = Hazards.code(part.text());
        Matcher source = SOURCE.matcher(part.text());
        while (hazard.isEmpty() && source.find()) {
            String address = source.group(1);
            String file = address.replaceFirst("^\\.?/", "").replaceFirst("[?#].*", "");
            String at = project.app().isEmpty() ? "" : project.app() + "/";
            if (address.matches("(?i)(?:http|data|javascript|blob|file):.*")) {
                hazard = "It loads " + address + ", which nobody vouches for on the way, so it is yours to judge.";
            } else if (!address.matches("(?i)https://.*|//.*") && !files.exists(at + file) && !files.exists(at + "public/" + file)) {
                hazard = "It reads " + address + ", which the project does not have.";
            }
        }
        return hazard;
    }

    /** What is left open in attributes and in code. */
    private List<SnippetParts.Literal> placeholders(String markup) {
        List<SnippetParts.Literal> found = new ArrayList<>();
        Matcher script = BODY_OF_SCRIPT.matcher(markup);
        String code = script.matches() ? script.group(1) : "";
        StringBuilder attributes = new StringBuilder();
        ATTRIBUTE.matcher(markup.substring(0, markup.indexOf('>') + 1)).results()
                .forEach(one -> attributes.append("use({ \"").append(one.group(1)).append("\": \"").append(one.group(2)).append("\" });\n"));
        documented.describe(attributes.toString(), "js").placeholders().forEach(found::add);
        documented.describe(code, "js").placeholders().forEach(found::add);
        return found;
    }

    /** The markup with marks for variables in the place of what it leaves open, or nothing where the page cannot read any. */
    private Optional<String> filled(String markup, List<SnippetParts.Literal> placeholders, Citation citation) {
        String text = markup;
        for (SnippetParts.Literal one : placeholders) {
            String about = one.about().replaceFirst("^data-", "");
            String matched = values.match(about, one.text());
            String given = matched.isEmpty() ? values.onlyKey(about) : matched;
            String known = values.of(given);
            // Nothing fills anything in for a static site: what its page says is what everybody reads, in the guide as well.
            boolean writable = project.framework().equals("static") && PLAIN.matcher(known).matches() && !GivenValues.secret(given + " " + about);
            String mark = writable ? known : environment.inPage(given.isEmpty() ? Values.name(values.product(), about, one.text()) : given, known, citation);
            if (mark.isEmpty() || one.text().matches("(?i)https?://.*")) {
                return Optional.empty();
            }
            text = text.replaceAll("([\"'`])" + Pattern.quote(one.text()) + "\\1", Matcher.quoteReplacement("\u0000")).replace("\u0000", "\"" + mark + "\"");
        }
        return Optional.of(text);
    }

    private static String comments(String code) {
        StringBuilder said = new StringBuilder();
        Pattern.compile("(?s)<!--(.*?)-->").matcher(code).results().forEach(one -> said.append(one.group(1)).append('\n'));
        return said.toString();
    }

    private Draft.DraftStep left(Block block, String path, String why) {
        return new Draft.DraftStep(plan(PlanStep.Kind.MANUAL, "Write by hand after \"" + page.cite(block).heading() + "\"", path, block), Draft.State.MANUAL, Map.of(), why);
    }

    private PlanStep plan(PlanStep.Kind kind, String title, String path, Block block) {
        CodeBlock code = Objects.requireNonNull(block.code());
        return new PlanStep("", kind, title, path, "The guide puts it into the page, which is " + path + " here.", List.of(page.cite(block)),
                Map.of("code", code.code(), "language", code.language(), "page", page.path()));
    }
}
