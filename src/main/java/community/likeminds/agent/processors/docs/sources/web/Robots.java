package community.likeminds.agent.processors.docs.sources.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a site's {@code robots.txt} allows this reader (RFC 9309). */
final class Robots {

    private static final int MOST_RULES = 50_000;
    private static final int LONGEST_RULE = 1000;
    private static final double LONGEST_DELAY = 10;
    /** Comparisons of characters for one address: rules of a real site take a hundredth. */
    private static final int MOST_WORK = 1_000_000;
    private static final int MOST_SITEMAPS = 1000;

    private record Rule(String pattern, boolean allow) {}

    private final List<Rule> rules = new ArrayList<>();
    private final List<String> sitemaps = new ArrayList<>();
    private double delay;

    private Robots() {}

    static Robots none() {
        return new Robots();
    }

    static Robots parse(String text) {
        Robots own = new Robots();
        Robots all = new Robots();
        boolean mine = false;
        boolean everybody = false;
        boolean inRules = false;
        boolean named = false;
        for (String line : text.lines().toList()) {
            int comment = line.indexOf('#');
            String plain = (comment < 0 ? line : line.substring(0, comment)).strip();
            int colon = plain.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String key = plain.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = plain.substring(colon + 1).strip();
            if (key.equals("user-agent")) {
                mine = isThis(value.toLowerCase(Locale.ROOT)) || !inRules && mine;
                everybody = value.equals("*") || !inRules && everybody;
                inRules = false;
            } else if (key.equals("sitemap")) {
                if (own.sitemaps.size() < MOST_SITEMAPS) {
                    own.sitemaps.add(value);
                }
            } else {
                inRules = true;
                named |= mine;
                if (mine || everybody) {
                    (mine ? own : all).add(key, value);
                }
            }
        }
        if (!named) {
            own.rules.addAll(all.rules);
            own.delay = all.delay;
        }
        return own;
    }

    private static boolean isThis(String agent) {
        String token = WebClient.AGENT.substring(0, WebClient.AGENT.indexOf('/')).toLowerCase(Locale.ROOT);
        return !agent.equals("*") && !agent.isEmpty() && (agent.equals(token) || agent.startsWith(token + "/"));
    }

    private void add(String key, String value) {
        switch (key) {
            case "allow", "disallow" -> {
                if (!value.isEmpty() && value.length() <= LONGEST_RULE && rules.size() < MOST_RULES) {
                    rules.add(new Rule(value, key.equals("allow")));
                }
            }
            case "crawl-delay" -> delay = value.matches("\\d{1,4}(\\.\\d{1,3})?") ? Math.min(LONGEST_DELAY, Double.parseDouble(value)) : delay;
            default -> { }
        }
    }

    List<String> sitemaps() {
        return List.copyOf(sitemaps);
    }

    /** Pause between two requests in milliseconds, 0 when none is asked for. */
    long delayMillis() {
        return Math.round(delay * 1000);
    }

    /** The longest rule that fits decides; of equal ones the one that allows. What would take too long to decide is not allowed. */
    boolean allows(URI address) {
        String path = (address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath())
                + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        Rule best = null;
        int left = MOST_WORK;
        for (Rule rule : rules) {
            boolean longer = best == null || rule.pattern().length() > best.pattern().length()
                    || rule.pattern().length() == best.pattern().length() && rule.allow();
            if (!longer) {
                continue;
            }
            int work = match(rule.pattern(), path, left);
            left -= Math.abs(work);
            if (left <= 0) {
                return false;
            }
            if (work > 0) {
                best = rule;
            }
        }
        return best == null || best.allow();
    }

    /**
     * {@code *} stands for anything, {@code $} at the end for the end; one pass with one place to go back to.
     *
     * @return comparisons made, at most a few more than there may be; negative when the rule does not fit
     */
    private static int match(String rule, String path, int most) {
        boolean whole = rule.endsWith("$");
        String pattern = whole ? rule.substring(0, rule.length() - 1) : rule + "*";
        int p = 0;
        int s = 0;
        int star = -1;
        int back = 0;
        int work = 1;
        while (s < path.length()) {
            if (++work > most) {
                return work;
            }
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                back = s;
            } else if (p < pattern.length() && pattern.charAt(p) == path.charAt(s)) {
                p++;
                s++;
            } else if (star >= 0) {
                p = star + 1;
                s = ++back;
            } else {
                return -work;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length() ? work : -work;
    }
}
