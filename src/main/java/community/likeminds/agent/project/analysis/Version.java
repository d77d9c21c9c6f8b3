package community.likeminds.agent.project.analysis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as semver.org defines it.
 *
 * @param prerelease identifiers after the hyphen, empty for a release
 */
record Version(long major, long minor, long patch, List<String> prerelease) implements Comparable<Version> {

    private static final Pattern FORM =
            Pattern.compile("v?(\\d{1,15})\\.(\\d{1,15})\\.(\\d{1,15})(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]+)?");

    Version {
        prerelease = List.copyOf(prerelease);
    }

    static Optional<Version> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        List<String> prerelease = form.group(4) == null ? List.of() : List.of(form.group(4).split("\\."));
        return Optional.of(new Version(
                Long.parseLong(form.group(1)), Long.parseLong(form.group(2)), Long.parseLong(form.group(3)), prerelease));
    }

    static Version of(long major, long minor, long patch) {
        return new Version(major, minor, patch, List.of());
    }

    boolean released() {
        return prerelease.isEmpty();
    }

    boolean sameTuple(Version that) {
        return major == that.major && minor == that.minor && patch == that.patch;
    }

    @Override
    public int compareTo(Version that) {
        int order = Long.compare(major, that.major);
        order = order != 0 ? order : Long.compare(minor, that.minor);
        order = order != 0 ? order : Long.compare(patch, that.patch);
        return order != 0 ? order : comparePrerelease(that);
    }

    private int comparePrerelease(Version that) {
        if (released() || that.released()) {
            return Boolean.compare(released(), that.released());
        }
        for (int i = 0; i < Math.min(prerelease.size(), that.prerelease.size()); i++) {
            int order = compareIdentifiers(prerelease.get(i), that.prerelease.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(prerelease.size(), that.prerelease.size());
    }

    private static int compareIdentifiers(String a, String b) {
        boolean numberA = a.matches("\\d{1,18}");
        boolean numberB = b.matches("\\d{1,18}");
        if (numberA && numberB) {
            return Long.compare(Long.parseLong(a), Long.parseLong(b));
        }
        return numberA != numberB ? (numberA ? -1 : 1) : a.compareTo(b);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch + (released() ? "" : "-" + String.join(".", prerelease));
    }
}
