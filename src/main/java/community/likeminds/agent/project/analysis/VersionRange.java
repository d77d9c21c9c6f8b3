package community.likeminds.agent.project.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A range as npm reads it: alternatives of comparators, each of which must hold. */
final class VersionRange {

    private static final Pattern PARTIAL = Pattern.compile(
            "(\\^|~>?|>=|<=|>|<|=)?\\s*v?([0-9]+|[xX*])(?:\\.([0-9]+|[xX*])(?:\\.([0-9]+|[xX*])(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]+)?)?)?");

    private final List<List<Comparator>> alternatives;

    private VersionRange(List<List<Comparator>> alternatives) {
        this.alternatives = alternatives;
    }

    /** @param inclusive whether the bound itself is inside */
    private record Comparator(boolean lower, Version bound, boolean inclusive) {

        boolean holds(Version version) {
            int order = version.compareTo(bound);
            return order == 0 ? inclusive : lower == order > 0;
        }
    }

    /** Empty for what is no range of versions: tags, addresses, workspace and file references. */
    static Optional<VersionRange> parse(String text) {
        List<List<Comparator>> alternatives = new ArrayList<>();
        for (String part : text.strip().split("\\|\\|", -1)) {
            Optional<List<Comparator>> comparators = comparators(part.strip());
            if (comparators.isEmpty()) {
                return Optional.empty();
            }
            alternatives.add(comparators.get());
        }
        return Optional.of(new VersionRange(alternatives));
    }

    boolean accepts(Version version) {
        return alternatives.stream().anyMatch(all -> accepts(all, version));
    }

    private static boolean accepts(List<Comparator> all, Version version) {
        if (!all.stream().allMatch(comparator -> comparator.holds(version))) {
            return false;
        }
        // A prerelease is only meant where the range names a prerelease of the same version.
        return version.released()
                || all.stream().anyMatch(one -> !one.bound().released() && one.bound().sameTuple(version));
    }

    private static Optional<List<Comparator>> comparators(String text) {
        List<Comparator> all = new ArrayList<>();
        if (text.isEmpty() || text.equals("*")) {
            return Optional.of(all);
        }
        String[] ends = text.split("\\s+-\\s+");
        if (ends.length == 2) {
            return partial(">=" + ends[0], all) && partial("<=" + ends[1], all) ? Optional.of(all) : Optional.empty();
        }
        for (String part : text.replaceAll("([<>=~^])\\s+", "$1").split("[\\s,]+")) {
            if (!partial(part, all)) {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    private static boolean partial(String text, List<Comparator> all) {
        Matcher form = PARTIAL.matcher(text);
        if (!form.matches()) {
            return false;
        }
        String operator = form.group(1) == null ? "=" : form.group(1);
        int named = 0;
        long[] numbers = new long[3];
        while (named < 3 && form.group(named + 2) != null && Character.isDigit(form.group(named + 2).charAt(0))) {
            numbers[named] = Long.parseLong(form.group(named + 2));
            named++;
        }
        List<String> prerelease = named == 3 && form.group(5) != null ? List.of(form.group(5).split("\\.")) : List.of();
        Version low = new Version(numbers[0], numbers[1], numbers[2], prerelease);
        if (named == 0) {
            return true;
        }
        Version next = next(numbers, named - 1);
        switch (operator) {
            case "^" -> between(all, low, next(numbers, caret(numbers, named)));
            case "~", "~>" -> between(all, low, next(numbers, Math.min(named, 2) - 1));
            case ">=" -> all.add(new Comparator(true, low, true));
            case "<" -> all.add(new Comparator(false, low, false));
            case ">" -> all.add(named == 3 ? new Comparator(true, low, false) : new Comparator(true, next, true));
            case "<=" -> all.add(named == 3 ? new Comparator(false, low, true) : new Comparator(false, next, false));
            default -> {
                if (named == 3) {
                    all.add(new Comparator(true, low, true));
                    all.add(new Comparator(false, low, true));
                } else {
                    between(all, low, next);
                }
            }
        }
        return true;
    }

    /** Position of the number that {@code ^} must not change: the first that is not zero, or the last that is named. */
    private static int caret(long[] numbers, int named) {
        for (int i = 0; i < named; i++) {
            if (numbers[i] != 0) {
                return i;
            }
        }
        return named - 1;
    }

    private static void between(List<Comparator> all, Version low, Version next) {
        all.add(new Comparator(true, low, true));
        // "-0" is below every prerelease of the next version, which therefore stays outside.
        all.add(new Comparator(false, new Version(next.major(), next.minor(), next.patch(), List.of("0")), false));
    }

    private static Version next(long[] numbers, int position) {
        return switch (position) {
            case 0 -> Version.of(numbers[0] + 1, 0, 0);
            case 1 -> Version.of(numbers[0], numbers[1] + 1, 0);
            default -> Version.of(numbers[0], numbers[1], numbers[2] + 1);
        };
    }
}
