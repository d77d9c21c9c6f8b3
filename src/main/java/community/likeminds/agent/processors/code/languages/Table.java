package community.likeminds.agent.processors.code.languages;

import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.outline.Role;
import community.likeminds.agent.processors.code.outline.Slot.Kind;
import community.likeminds.agent.processors.code.outline.Slot.Layout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the merge has to know of a language, by the grammar's names of nodes. */
final class Table {

    /** How a node of some type is a piece. */
    record Row(Role role, Function<SyntaxNode, String> key, Function<SyntaxNode, String> family, Function<SyntaxNode, String> uses) {}

    /** How a node of some type is a slot. */
    record Holder(Kind kind, Layout layout, String name) {}

    /** Nodes that stand beside each other without a holder, as annotations do. */
    record Gathered(String slot, Kind kind, Layout layout, String before) {}

    /** Where a slot would be that a piece does not have. */
    record Absent(String slot, Kind kind, Layout layout, Function<SyntaxNode, @Nullable SyntaxNode> behind, String before, String after) {}

    final Language language;
    final String comment;
    String unit = "    ";
    Kind rootKind = Kind.KEYED;
    BiPredicate<String, String> covers = (own, shown) -> false;
    /** The list that makes a group of what otherwise stands alone behind a word: {@code import (...)}. */
    String group = "";

    /** The word before what stands alone. */
    String word = "";
    final Map<String, Row> rows = new HashMap<>();
    final Map<String, Holder> holders = new HashMap<>();
    final Map<String, Gathered> gathered = new HashMap<>();
    final Map<String, List<Absent>> absent = new HashMap<>();
    /** Elements of markup among code, with an opening and a closing tag as first and last child. */
    final Set<String> elements = new HashSet<>();

    /** What stays behind others of its kind. */
    Predicate<SyntaxNode> late = node -> false;

    final Set<String> flat = new HashSet<>();
    final Set<String> openers = new HashSet<>();
    final Set<String> literals = new HashSet<>();
    final Set<String> quiet = new HashSet<>();
    final Set<String> comments = new HashSet<>(Set.of("comment", "line_comment", "block_comment", "multiline_comment", "documentation_comment"));
    final Set<String> named = new HashSet<>();
    final Set<String> reserved = new HashSet<>();

    /** @param comment mark that begins a comment on the rest of a line */
    Table(Language language, String comment) {
        this.language = language;
        this.comment = comment;
    }

    Table piece(Role role, Function<SyntaxNode, String> key, String... types) {
        for (String type : types) {
            rows.put(type, new Row(role, key, node -> "", node -> ""));
        }
        return this;
    }

    Table family(Function<SyntaxNode, String> family, String... types) {
        for (String type : types) {
            rows.computeIfPresent(type, (key, row) -> new Row(row.role(), row.key(), family, row.uses()));
        }
        return this;
    }

    Table uses(Function<SyntaxNode, String> name, String... types) {
        for (String type : types) {
            rows.computeIfPresent(type, (key, row) -> new Row(row.role(), row.key(), row.family(), name));
        }
        return this;
    }

    Table holder(Kind kind, Layout layout, String... types) {
        for (String type : types) {
            holders.put(type, new Holder(kind, layout, layout == Layout.LINES ? "body" : type));
        }
        return this;
    }

    /** Holders that count only below a piece that has a name, because elsewhere they are ordinary values. */
    Table underNames(String... types) {
        named.addAll(Set.of(types));
        return this;
    }

    Table gather(String slot, Kind kind, Layout layout, String before, String... types) {
        for (String type : types) {
            gathered.put(type, new Gathered(slot, kind, layout, before));
        }
        return this;
    }

    Table absent(String type, String slot, Kind kind, Layout layout, Function<SyntaxNode, @Nullable SyntaxNode> behind, String before, String after) {
        absent.computeIfAbsent(type, key -> new ArrayList<>()).add(new Absent(slot, kind, layout, behind, before, after));
        return this;
    }

    /** Nodes that only group others. */
    Table flat(String... types) {
        flat.addAll(Set.of(types));
        return this;
    }

    /** Literals that may span lines. */
    Table literals(String... types) {
        literals.addAll(Set.of(types));
        return this;
    }

    /** Words that are no names: where the grammar reads one as a name, it has lost its way. */
    Table reserved(String... words) {
        reserved.addAll(Set.of(words));
        return this;
    }

    /** Words that make no other thing of what they stand before. */
    Table quiet(String... words) {
        quiet.addAll(Set.of(words));
        return this;
    }
}
