package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.requirementanalysis.Wish;
import community.likeminds.agent.agents.coding.requirementanalysis.Words;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.Container;
import community.likeminds.agent.processors.docs.Installs;
import community.likeminds.agent.processors.docs.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Chooses the code blocks of a page that are steps of the integration that is asked for. */
final class Scope {

    private static final Pattern NOT_SETUP = Pattern.compile(
            "\\b(?:next steps?|trouble ?shoot\\w*|faqs?|frequently|migrat\\w*|upgrad\\w*|contribut\\w*|licen[cs]e|change ?log|api(?! (?:route|handler|endpoint|key|token)s?\\b)|reference|options|props|"
                    + "parameters|arguments|advanced|customi[sz]\\w*|test(?:s|ing)?|limitations?|caveats?|recipes?|support|acknowledg\\w*|debugging|uninstall\\w*|"
                    + "performance|experimental|best practices|what's next|further reading|see also|deprecat\\w*)\\b|^configuration(?: options)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SETUP = Pattern.compile(
            "\\b(?:install\\w*|set ?-?up|setting up|quick ?-?start|get(?:ting)?[ -]started|usage|integrat\\w*|initiali[sz]\\w*|initiat\\w*|configur\\w*|creat\\w*|provid\\w*|connect\\w*|"
                    + "add(?:ing)?|wrap\\w*|register\\w*|import\\w*|step|prerequisites?|requirements?|mount\\w*|render\\w*|dependenc\\w+|enabl\\w*|permissions?|manifest)\\b|^(?:how to )?use(?: it)?$|^(?:npm|yarn|pnpm|bun|maven|gradle)(?:\\s*(?:/|,|&|or|and)\\s*(?:npm|yarn|pnpm|bun|maven|gradle))*$|^\\d+[.)]",
            Pattern.CASE_INSENSITIVE);
    /** What concerns a project only that used something else before, or later. */
    private static final Pattern PAST = Pattern.compile("\\b(?:migrat\\w*|upgrad\\w*|deprecat\\w*|legacy|uninstall\\w*|trouble ?shoot\\w*|experimental)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARED = Pattern.compile("(?m)^(?:export\\s+)?(?:const|let|var)\\s+(\\w+)\\s*=\\s*(?:await\\s+)?new\\s");
    private static final Pattern INSTALLATION = Pattern.compile("^(?:\\d+[.)]\\s*)?(?:install\\w*|set ?-?up|getting started)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN = Pattern.compile("^(?:plain|vanilla|pure|standalone)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPTIONAL = Pattern.compile("\\(\\s*optional\\s*\\)|^optional\\b", Pattern.CASE_INSENSITIVE);
    /** What is told to an application of Nest where it is made, and nowhere else. */
    private static final Pattern OF_NEST = Pattern.compile("\\.(?:enable(?:Cors|ShutdownHooks|Versioning)|setGlobalPrefix|useGlobal(?:Pipes|Guards|Filters|Interceptors)|useBodyParser)\\(");

    private static final Pattern TO_DO = Pattern.compile("^\\W*(?:(?:then|now|next|finally|and),?\\s+)?(?:add|register|wrap|import|call|put|initiali[sz]e|use|mount|load)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERING = Pattern.compile("^(?:step\\s*)?\\d+\\s*[-.:)\\u2013\\u2014]*\\s*", Pattern.CASE_INSENSITIVE);

    private final ProjectProfile project;
    private final Wish wish;
    private final Conditions conditions;
    private final NotFollowed notFollowed = new NotFollowed();
    private final List<Block> unsound = new ArrayList<>();

    Scope(ProjectProfile project, Wish wish) {
        this.project = project;
        this.wish = wish;
        this.conditions = new Conditions(project, wish);
    }

    /** The code blocks to follow, in the order of the page, one of each set of alternatives. */
    List<Block> of(Page page) {
        List<Block> code = new ArrayList<>();
        List<Block> asked = new ArrayList<>();
        Map<Block, NotFollowed.Reason> left = new LinkedHashMap<>();
        String platform = platform(page);
        boolean stepwise = page.blocks().stream().anyMatch(block -> in(block, Container.Kind.STEP));
        Set<String> unfolded = FoldedAlternatives.unfolded(page, project);
        for (int i = 0; i < page.blocks().size(); i++) {
            Block block = page.blocks().get(i);
            if (block.kind() != Block.Kind.CODE || !holds(block, platform) || elsewhere(page, block)) {
                continue;
            }
            NotFollowed.Reason reason = folded(block, unfolded) ? NotFollowed.Reason.FOLDED : excluded(page, block);
            if (reason == null && !conditions.hold(proseBefore(page, i))) {
                reason = NotFollowed.Reason.CONDITION;
            }
            if (reason != null) {
                left.put(block, reason);
                continue;
            }
            boolean chosen = block.containers().stream().anyMatch(one -> unfolded.contains(one.group()));
            boolean step = chosen || stepwise && in(block, Container.Kind.STEP) || matches(page, block) || tellsWhere(block, proseBefore(page, i));
            if (unsound(page, block)) {
                unsound.addAll(step && applicable(block) ? List.of(block) : List.of());
                continue;
            }
            code.add(block);
            if (step) {
                asked.add(block);
            }
        }
        List<Block> followed = asked.isEmpty() ? code : withDeclarations(withUse(asked, code), code);
        code.stream().filter(block -> !followed.contains(block)).forEach(block -> left.put(block, NotFollowed.Reason.LATER));
        left.entrySet().stream().filter(one -> applicable(one.getKey())).forEach(one -> notFollowed.add(one.getKey(), one.getValue()));
        return alternatives(followed);
    }

    /** What of the page is no step, after {@link #of}. */
    NotFollowed notFollowed() {
        return notFollowed;
    }

    /** Steps whose strings end nobody knows where, after {@link #of}: they must not get into a project. */
    List<Block> unsound() {
        return List.copyOf(unsound);
    }

    /** Whether a block is code for a project of this kind. */
    private boolean applicable(Block block) {
        boolean npm = project.ecosystem().equals("npm");
        boolean jvm = project.ecosystem().equals("maven") || project.ecosystem().equals("gradle");
        return switch (Role.of(block)) {
            case SCRIPT, STYLE -> npm;
            case JAVA, PROPERTIES, MAVEN_DEPENDENCY, GRADLE_DEPENDENCY -> jvm;
            case INSTALL -> Installs.of(block.text()).stream().anyMatch(one -> one.ecosystem().equals(project.ecosystem()));
            case PLATFORM -> !npm && !jvm && PlatformCode.speaks(project, Objects.requireNonNull(block.code()));
            case ENVIRONMENT, JSON, YAML, CREATES_PROJECT, SHELL, ILLUSTRATION -> false;
        };
    }

    /** Blocks that declare what a later step uses are steps, whatever their headings are called. */
    private static List<Block> withDeclarations(List<Block> asked, List<Block> all) {
        Set<Block> wanted = new HashSet<>(asked);
        for (int i = all.size() - 1; i >= 0; i--) {
            Block block = all.get(i);
            boolean used = !wanted.contains(block) && Role.of(block) == Role.SCRIPT && DECLARED.matcher(block.text()).results().map(found -> found.group(1))
                    .anyMatch(name -> all.subList(all.indexOf(block) + 1, all.size()).stream().filter(wanted::contains).anyMatch(later -> takesForGranted(later.text(), name)));
            if (used) {
                wanted.add(block);
            }
        }
        return all.stream().filter(wanted::contains).toList();
    }

    private static boolean takesForGranted(String text, String name) {
        return Pattern.compile("\\b" + Pattern.quote(name) + "\\.").matcher(text).find()
                && !Pattern.compile("\\b(?:const|let|var|import|function)\\b[^\\n=]*\\b" + Pattern.quote(name) + "\\b").matcher(text).find();
    }

    /** Where the sections on the set-up only install, what puts the SDK to use stands in the others. */
    private static List<Block> withUse(List<Block> asked, List<Block> all) {
        Set<Role> idle = Set.of(Role.INSTALL, Role.SHELL, Role.CREATES_PROJECT, Role.ILLUSTRATION, Role.MAVEN_DEPENDENCY, Role.GRADLE_DEPENDENCY);
        return asked.stream().allMatch(block -> idle.contains(Role.of(block))) ? all : asked;
    }

    private boolean matches(Page page, Block block) {
        List<String> path = ownHeadings(page, block);
        return path.isEmpty() || path.stream().anyMatch(heading -> SETUP.matcher(heading).find()) || askedFor(path.getLast()) || forProject(path.getLast());
    }

    /** Whether the sentence before a block says to put it into the file in which the project's server is made: that is set-up whatever the heading is called. */
    private boolean tellsWhere(Block block, String prose) {
        String server = project.roles().getOrDefault("server", "");
        String file = server.substring(server.lastIndexOf('/') + 1).replaceFirst("\\.\\w+$", "");
        CodeBlock code = block.code();
        return !file.isEmpty() && code != null && Role.of(block) == Role.SCRIPT && (TO_DO.matcher(prose).find() || OF_NEST.matcher(code.code()).find())
                && code.files().stream().anyMatch(hint -> hint.path().replaceFirst(".*/", "").replaceFirst("\\.\\w+$", "").equals(file));
    }

    /** Whether most words of a heading stand in the request. */
    private boolean askedFor(String heading) {
        Set<String> words = new HashSet<>(Words.content(NUMBERING.matcher(OPTIONAL.matcher(heading).replaceAll(" ")).replaceFirst("")));
        long said = words.stream().filter(wish.wanted()::contains).count();
        return !words.isEmpty() && said * 3 >= words.size() * 2L;
    }

    /** Whether a heading names what the project is built with. */
    private boolean forProject(String heading) {
        return project.platforms().contains(String.join("-", Words.of(heading))) || project.platforms().contains(String.join("", Words.of(heading)))
                || Frameworks.named(heading).stream().anyMatch(project.platforms()::contains);
    }

    /** Whether a heading names frameworks, and none of them is the project's or asked for. */
    private boolean forOthers(String heading) {
        Set<String> named = Frameworks.named(heading);
        return !named.isEmpty() && named.stream().noneMatch(name -> Frameworks.has(project, name)) && Frameworks.named(wish.text()).stream().noneMatch(named::contains);
    }

    /** Whether a section is for projects without any framework while another section of the page is for the project's. */
    private boolean plain(Page page, String heading) {
        return PLAIN.matcher(heading).find() && page.blocks().stream().anyMatch(other -> other.kind() == Block.Kind.HEADING
                && Frameworks.named(other.heading()).stream().anyMatch(name -> project.framework().startsWith(name)));
    }

    /** Whether the section of a block is for projects of another kind. */
    private boolean elsewhere(Page page, Block block) {
        List<String> all = page.blocks().stream().filter(other -> other.kind() == Block.Kind.HEADING).map(Block::heading).toList();
        return ownHeadings(page, block).stream().anyMatch(heading -> forOthers(heading) || plain(page, heading) || Generations.others(heading, all, project));
    }

    /** Why the section of a block is not asked for, or null. */
    private NotFollowed.@Nullable Reason excluded(Page page, Block block) {
        List<String> path = ownHeadings(page, block);
        for (String heading : path) {
            List<String> words = Words.content(NUMBERING.matcher(OPTIONAL.matcher(heading).replaceAll(" ")).replaceFirst(""));
            boolean said = !words.isEmpty() && words.stream().allMatch(wish.wanted()::contains);
            if (said) {
                continue;
            }
            boolean addressed = !path.isEmpty() && forProject(path.getLast()) && !PAST.matcher(heading).find();
            boolean aside = NOT_SETUP.matcher(heading).find() && !in(block, Container.Kind.STEP) && !addressed && !belongs(heading, path);
            if (OPTIONAL.matcher(heading).find()) {
                return NotFollowed.Reason.OPTIONAL;
            }
            if (aside) {
                return NotFollowed.Reason.LATER;
            }
            long unwanted = words.stream().filter(wish.unwanted()::contains).count();
            if (!words.isEmpty() && unwanted * 2 > words.size()) {
                return NotFollowed.Reason.UNWANTED;
            }
        }
        return null;
    }

    /** A configuration that the installation goes through is a part of it, one on its own is reference. */
    private boolean belongs(String heading, List<String> path) {
        // Pages of npm packages list options below it; elsewhere it is where a library is set up.
        return heading.equalsIgnoreCase("configuration") && (!project.ecosystem().equals("npm") || path.stream().anyMatch(above -> INSTALLATION.matcher(above).find()));
    }

    /** The most specific platform of the project that the page tells apart, or an empty string. */
    private String platform(Page page) {
        Set<String> named = new HashSet<>();
        for (Block block : page.blocks()) {
            block.containers().stream().filter(one -> one.kind() == Container.Kind.PLATFORM).forEach(one -> named.addAll(List.of(one.label().replace("!", "").split(","))));
        }
        return project.platforms().stream().filter(named::contains).findFirst().orElse("");
    }

    /** Whether the conditions around a block let it hold for a platform; for a project of unknown platform every block does. */
    private boolean holds(Block block, String platform) {
        return project.platforms().isEmpty() || block.containers().stream().filter(one -> one.kind() == Container.Kind.PLATFORM).allMatch(one -> {
            List<String> names = List.of(one.label().split(","));
            boolean onlySome = names.stream().anyMatch(name -> !name.startsWith("!"));
            return !names.contains("!" + platform) && (!onlySome || names.contains(platform));
        });
    }

    /** Code whose strings end nobody knows where must not get into a project. */
    private static boolean unsound(Page page, Block block) {
        return page.notices().stream().anyMatch(notice -> notice.code().equals("curly-quotes-open") && notice.lines().equals(block.lines()));
    }

    /** The headings below the page's own title. */
    private static List<String> ownHeadings(Page page, Block block) {
        List<String> path = block.headings();
        return !path.isEmpty() && (path.getFirst().equals(page.title()) || path.size() > 1 && onlyTop(page, path.getFirst()))
                ? path.subList(1, path.size())
                : path;
    }

    private static boolean onlyTop(Page page, String heading) {
        return page.blocks().stream().filter(block -> block.kind() == Block.Kind.HEADING && block.level() == 1).count() == 1
                && page.blocks().stream().anyMatch(block -> block.level() == 1 && block.heading().equals(heading));
    }

    private static boolean folded(Block block, Set<String> unfolded) {
        return in(block, Container.Kind.MODEL_INSTRUCTIONS) || block.containers().stream().anyMatch(one -> one.kind() == Container.Kind.DETAILS && !unfolded.contains(one.group())) || in(block, Container.Kind.ADMONITION) || in(block, Container.Kind.QUOTE);
    }

    private static boolean in(Block block, Container.Kind kind) {
        return block.containers().stream().anyMatch(container -> container.kind() == kind);
    }

    /** The prose that introduces a block: the nearest one above it under the same heading. */
    static String proseBefore(Page page, int index) {
        for (int i = index - 1; i >= 0; i--) {
            Block before = page.blocks().get(i);
            if (before.kind() == Block.Kind.HEADING) {
                return "";
            }
            if (before.kind() == Block.Kind.PROSE) {
                return before.text();
            }
            if (before.kind() == Block.Kind.CODE && before.code() != null) {
                return "";
            }
        }
        return "";
    }

    /** Keeps one tab of every group: the one that the request or the project names, else the first. */
    private List<Block> alternatives(List<Block> blocks) {
        Map<String, Map<String, List<Block>>> groups = new LinkedHashMap<>();
        for (Block block : blocks) {
            for (Container container : block.containers()) {
                if (container.kind() == Container.Kind.TAB) {
                    groups.computeIfAbsent(container.group(), key -> new LinkedHashMap<>())
                            .computeIfAbsent(container.label(), key -> new ArrayList<>())
                            .add(block);
                }
            }
        }
        Map<String, String> chosen = new LinkedHashMap<>();
        groups.forEach((group, tabs) -> {
            if (!TabChoice.filesThatBelongTogether(tabs.keySet())) {
                chosen.put(group, new TabChoice(project, wish).choose(tabs));
            }
        });
        return blocks.stream()
                .filter(block -> block.containers().stream()
                        .allMatch(one -> one.kind() != Container.Kind.TAB || !chosen.containsKey(one.group()) || one.label().equals(chosen.get(one.group()))))
                .toList();
    }
}
