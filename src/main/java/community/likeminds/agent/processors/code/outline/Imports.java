package community.likeminds.agent.processors.code.outline;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts imports beside those that they have most in common with, in the order of the file. */
final class Imports {

    private Imports() {}

    /** The module behind {@code from}, as scripts import. */
    private static final Pattern MODULE = Pattern.compile("(?s)^import\\b.*?[\"']([^\"']+)[\"'];?\\s*$");

    static Place place(Slot target, Piece piece) {
        if (MODULE.matcher(piece.text().strip()).matches() && piece.text().contains(" from ")) {
            return script(target, piece);
        }
        String text = path(piece);
        List<Piece> own = target.pieces().stream()
                .filter(one -> one.role().equals(Role.IMPORT) && path(one).startsWith("static ") == text.startsWith("static ")).toList();
        if (own.isEmpty()) {
            return Placing.byRole(target, piece);
        }
        List<Piece> alike = own.stream().filter(one -> hosted(path(one)) == hosted(text)).toList();
        if (!piece.prefix().isEmpty() && !alike.isEmpty()) {
            own = alike;
        }
        int closest = own.stream().mapToInt(one -> common(path(one), text)).max().orElse(0);
        boolean sorted = own.equals(own.stream().sorted(Comparator.comparing(Imports::path)).toList());
        if (closest == 0 && !sorted) {
            return new Place(target, own.getLast(), true);
        }
        Piece before = null;
        Piece first = null;
        for (Piece one : own) {
            if (common(path(one), text) == closest) {
                first = first == null ? one : first;
                before = path(one).compareTo(text) < 0 ? one : before;
            }
        }
        return before != null ? new Place(target, before, true) : new Place(target, first, false);
    }

    /** Packages go behind the last package, or in their order where that is alphabetical; files of the project behind everything. */
    private static Place script(Slot target, Piece piece) {
        List<Piece> own = target.pieces().stream().filter(one -> one.role().equals(Role.IMPORT)).toList();
        if (own.isEmpty()) {
            return Placing.byRole(target, piece);
        }
        String module = module(piece);
        List<Piece> packages = own.stream().filter(one -> !local(module(one))).toList();
        if (local(module)) {
            return new Place(target, own.getLast(), true);
        }
        if (packages.isEmpty()) {
            return own.getFirst().text().contains(" from ") ? new Place(target, own.getFirst(), false) : new Place(target, own.getLast(), true);
        }
        boolean sorted = packages.size() > 2 && packages.equals(packages.stream().sorted(Comparator.comparing(Imports::module)).toList());
        Piece later = packages.stream().filter(one -> sorted && module(one).compareTo(module) > 0).findFirst().orElse(null);
        return later == null ? new Place(target, packages.getLast(), true) : new Place(target, later, false);
    }

    private static boolean local(String module) {
        return module.startsWith(".") || module.startsWith("@/") || module.startsWith("~") || module.startsWith("#");
    }

    private static String module(Piece piece) {
        Matcher module = MODULE.matcher(piece.text().strip());
        return module.matches() ? module.group(1) : "";
    }

    private static String path(Piece piece) {
        return piece.text().replaceFirst("^(?:import|from)\\s+", "").replaceFirst("[;\\s]+$", "");
    }

    /** Whether a path begins with a host, as those of modules outside of the standard library do. */
    private static boolean hosted(String path) {
        return path.replaceFirst("^[^\"]*\"", "").split("/", 2)[0].contains(".");
    }

    /** How many segments two paths have in common from their beginning. */
    private static int common(String left, String right) {
        String[] one = left.split("[.\\s/]+");
        String[] other = right.split("[.\\s/]+");
        int count = 0;
        while (count < one.length && count < other.length && one[count].equals(other[count])) {
            count++;
        }
        return count;
    }
}
