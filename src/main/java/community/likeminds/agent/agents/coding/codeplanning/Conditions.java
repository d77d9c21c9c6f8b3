package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.requirementanalysis.Wish;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides whether what a passage makes its code depend on holds for a project. */
final class Conditions {

    private static final Pattern CONDITION = Pattern.compile(
            "(?:^|[.!:]\\s+|\\bor,?\\s+)(?:note:?\\s+)?(?:(?:if|when|in case)\\s+(?:you|your (?:app|project)|the (?:app|project))(?:'re|\\u2019re|\\s+are|\\s+is)?\\s+(?:still\\s+)?"
                    + "(?:using|use|uses|on|running|run|building (?:with|for)|written in|work(?:ing)? with|have|has)|for|in|with)\\s+([^,.:;]+)[,.:;]?",
            Pattern.CASE_INSENSITIVE);
    /** "If you use X, you know this already" says something about readers, not about the code. */
    private static final Pattern KNOWN = Pattern.compile("\\byou(?:'ll|\u2019ll|'re|\u2019re| are| will| may| might|r)?(?: probably| likely| already)* (?:be )?(?:already )?(?:familiar|know|recogni[sz]e|used to|remember)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern OPTIONAL = Pattern.compile(
            "^(?:alternatively|optionally|instead|you can (?:also|optionally)|you may also|you could also|another (?:way|option)|if you (?:need|want|prefer|would like|'d like|wish|"
                    + "don't|do not|like|\\u2019d like|must|cannot|can't|only)|in case of|it is also possible|to (?:disable|override|customi[sz]e|change|remove|uninstall|upgrade|debug|test))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VERSIONED = Pattern.compile("([A-Za-z][\\w.@/-]*)\\s+(?:version\\s+)?([<>]=?\\s*)?v?(\\d+)(?:\\.\\d+)*(?:\\.x)?\\+?");

    private final ProjectProfile project;
    private final Wish wish;

    Conditions(ProjectProfile project, Wish wish) {
        this.project = project;
        this.wish = wish;
    }

    /** Whether code that follows this prose is meant for this project and request. */
    boolean hold(String prose) {
        String last = lastSentence(prose);
        if (OPTIONAL.matcher(last).find()) {
            return asked(last);
        }
        if (KNOWN.matcher(last).find()) {
            return true;
        }
        Matcher matcher = CONDITION.matcher(last);
        if (!matcher.find()) {
            return true;
        }
        boolean weak = matcher.group().strip().matches("(?i)(?:[.!:]\\s+|or,?\\s+)?(?:for|in|with)\\s.*");
        return met(matcher.group(1)) || weak && Frameworks.named(matcher.group(1)).isEmpty();
    }

    private boolean asked(String sentence) {
        var words = community.likeminds.agent.agents.coding.requirementanalysis.Words.content(sentence);
        long said = words.stream().filter(wish.wanted()::contains).distinct().count();
        return said >= 2 && said * 2 >= words.stream().distinct().count();
    }

    private boolean met(String subject) {
        Matcher versioned = VERSIONED.matcher(subject);
        if (versioned.find()) {
            Integer major = major(versioned.group(1));
            if (major != null) {
                int wanted = Integer.parseInt(versioned.group(3));
                String sign = versioned.group(2) == null ? "=" : versioned.group(2).strip();
                boolean above = subject.substring(versioned.end()).matches("(?i)\\s*(?:or (?:above|higher|later|newer)).*") || subject.contains("+");
                return switch (sign) {
                    case "<" -> major < wanted;
                    case "<=" -> major <= wanted;
                    case ">", ">=" -> major >= wanted;
                    default -> above ? major >= wanted : major == wanted;
                };
            }
        }
        String said = subject.toLowerCase(Locale.ROOT).replaceAll("[`*_]", "");
        for (String platform : project.platforms()) {
            if (said.matches(".*(?<![\\w-])" + Pattern.quote(platform).replace("-", "\\E[ -]?\\Q") + "(?:\\.?js)?(?![\\w-]).*")) {
                return true;
            }
        }
        for (String dependency : project.dependencies().keySet()) {
            if (said.contains(dependency.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return said.contains(project.language()) || said.contains(project.packageManager()) && !project.packageManager().isEmpty()
                || said.matches(".*\\b(?:this|the|our) (?:package|sdk|library|plugin)\\b.*");
    }

    private @org.jspecify.annotations.Nullable Integer major(String name) {
        String wanted = name.toLowerCase(Locale.ROOT).replaceFirst("\\.?js$", "");
        for (Map.Entry<String, String> dependency : project.dependencies().entrySet()) {
            if (dependency.getKey().equals(wanted)) {
                Matcher number = Pattern.compile("\\d+").matcher(dependency.getValue());
                return number.find() ? Integer.valueOf(number.group()) : null;
            }
        }
        return null;
    }

    private static String lastSentence(String prose) {
        String[] sentences = prose.strip().split("(?<=[.!?])\\s+(?=[A-Z])");
        return sentences.length == 0 ? "" : sentences[sentences.length - 1];
    }
}
