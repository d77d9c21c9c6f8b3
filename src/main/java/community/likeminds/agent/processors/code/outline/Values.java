package community.likeminds.agent.processors.code.outline;

import community.likeminds.agent.processors.code.javascript.Placeholders;

/** Compares values that may be placeholders. */
final class Values {

    private Values() {}

    /** Whether two shapes differ only where the documented one has a text that a reader has to replace. */
    static boolean sameButPlaceholders(String own, String shown) {
        String[] left = own.split("\u0000");
        String[] right = shown.split("\u0000");
        if (left.length != right.length) {
            return false;
        }
        for (int i = 0; i < left.length; i++) {
            if (!left[i].equals(right[i]) && !Placeholders.isPlaceholder(right[i].replaceAll("^[\"'`]|[\"'`]$", ""))) {
                return false;
            }
        }
        return true;
    }
}
