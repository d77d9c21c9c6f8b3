package community.likeminds.agent.agents.coding.requirementanalysis;

import community.likeminds.agent.shared.AgentException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells which part of a repository a request means. What was given wins over what is named, and that over what is the only one. */
record MemberChoice(String folder, String why) {

    /**
     * @param members parts of the repository below its root
     * @param rootRuns whether the root itself is an application
     * @param given folder that a person gave, or empty
     * @param request what a person asked for, or empty
     * @throws AgentException {@code workspace-unclear} when several could be meant, with their names
     */
    static MemberChoice of(List<Member> members, boolean rootRuns, String given, String request) {
        if (!given.isEmpty()) {
            return new MemberChoice(given, "It is the folder that was given.");
        }
        if (members.isEmpty()) {
            return new MemberChoice("", "");
        }
        String asked = request.toLowerCase(Locale.ROOT);
        List<Member> applications = members.stream().filter(Member::application).toList();
        List<Member> meant = members.stream().filter(member -> explicitly(asked, member)).toList();
        if (meant.isEmpty()) {
            meant = (applications.isEmpty() ? members : applications).stream().filter(member -> mentions(asked, member.shortName())).toList();
        }
        if (meant.size() == 1) {
            return new MemberChoice(meant.getFirst().folder(), "The request names it.");
        }
        if (members.size() == 1 && !rootRuns) {
            return new MemberChoice(members.getFirst().folder(), "It is the only part of the repository.");
        }
        if (rootRuns && meant.isEmpty()) {
            return new MemberChoice("", applications.isEmpty() ? "Only the root is an application, its parts are libraries."
                    : "The root is an application itself, and none of the others is named.");
        }
        if (applications.size() == 1 && meant.isEmpty()) {
            return new MemberChoice(applications.getFirst().folder(), "It is the only application, the other parts are libraries.");
        }
        throw unclear(meant.isEmpty() ? (applications.isEmpty() ? members : applications) : meant, !meant.isEmpty());
    }

    private static AgentException unclear(List<Member> candidates, boolean several) {
        List<String> names = candidates.stream().map(Member::folder).toList();
        return AgentException.badInput(
                "workspace-unclear",
                "This repository holds several applications (" + String.join(", ", names) + ") and the request "
                        + (several ? "could mean several of them." : "names none of them."),
                "Name one of them in the request, or give its folder with --path.");
    }

    /** Whether a request names a part by its path, its package's name, or as a part ({@code the ui package}). */
    private static boolean explicitly(String request, Member member) {
        return mentions(request, member.folder())
                || member.name().matches(".*\\W.*") && mentions(request, member.name())
                || mentions(request, member.shortName(), "\\s+(?:app|application|package|library|module|workspace|project|service|site)\\b")
                || mentions(request, member.name(), "\\s+(?:app|application|package|library|module|workspace|project|service|site)\\b");
    }

    private static boolean mentions(String request, String name) {
        return mentions(request, name, "");
    }

    private static boolean mentions(String request, String name, String after) {
        if (name.isBlank()) {
            return false;
        }
        String quoted = Pattern.quote(name.toLowerCase(Locale.ROOT));
        String bare = request.replaceAll(
                "\\b(?:not|except|leave|without)\\s+(?:touch(?:ing)?\\s+|chang(?:e|ing)\\s+)?(?:in\\s+|to\\s+|for\\s+)?(?:the\\s+|our\\s+|my\\s+)?" + quoted + "(?![\\w-])", " ");
        return Pattern.compile("(?<![\\w/@-])" + quoted + "(?![\\w-])" + after).matcher(bare).find();
    }
}
