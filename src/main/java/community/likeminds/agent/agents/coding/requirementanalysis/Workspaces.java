package community.likeminds.agent.agents.coding.requirementanalysis;

import community.likeminds.agent.shared.AgentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds the application that is meant in a repository of several. */
final class Workspaces {

    private final ProjectFiles files;

    Workspaces(ProjectFiles files) {
        this.files = files;
    }

    /**
     * Path of the application below the root, or empty when the root itself is the application.
     *
     * @throws AgentException {@code workspace-unclear} when several could be meant
     */
    String chosen(JsonNode root, String request) {
        List<String> members = members(root);
        if (members.isEmpty()) {
            return "";
        }
        String asked = request.toLowerCase(Locale.ROOT);
        List<String> named = members.stream().filter(member -> names(asked, member)).toList();
        if (named.size() == 1) {
            return named.getFirst();
        }
        if (members.size() == 1) {
            return members.getFirst();
        }
        throw AgentException.badInput(
                "workspace-unclear",
                "This repository holds several applications (" + String.join(", ", members) + ") and the request "
                        + (named.isEmpty() ? "names none of them." : "could mean several of them."),
                "Name one of them in the request, or give its folder as the project.");
    }

    private static boolean names(String request, String member) {
        String name = Pattern.quote(member.substring(member.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
        String bare = request.replaceAll("\\bnot\\s+(?:in\\s+)?(?:the\\s+)?" + name + "\\b", " ");
        return Pattern.compile("(?<![\\w-])" + name + "(?![\\w-])").matcher(bare).find();
    }

    private List<String> members(JsonNode root) {
        List<String> globs = new ArrayList<>();
        JsonNode declared = root.path("workspaces");
        (declared.isObject() ? declared.path("packages") : declared).forEach(one -> globs.add(one.asString("")));
        if (files.has("pnpm-workspace.yaml")) {
            files.text("pnpm-workspace.yaml").lines().map(String::strip).filter(line -> line.startsWith("- "))
                    .forEach(line -> globs.add(line.substring(2).replaceAll("[\"']", "").strip()));
        }
        List<String> members = new ArrayList<>();
        for (String path : files.paths()) {
            if (path.endsWith("/package.json")) {
                String folder = path.substring(0, path.length() - "/package.json".length());
                if (globs.stream().anyMatch(glob -> folder.matches(pattern(glob)))) {
                    members.add(folder);
                }
            }
        }
        return members;
    }

    private static String pattern(String glob) {
        StringBuilder pattern = new StringBuilder();
        for (String part : glob.replaceFirst("^\\./", "").replaceFirst("/$", "").split("(?<=\\*)(?!\\*)|(?=(?<!\\*)\\*)")) {
            pattern.append(switch (part) {
                case "**" -> ".*";
                case "*" -> "[^/]*";
                default -> Pattern.quote(part);
            });
        }
        return pattern.toString();
    }
}
