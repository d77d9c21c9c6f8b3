package community.likeminds.agent.processors.code.ast;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stacks of a generalised LR parser: versions that share their beginnings, and their ends once they agree again. */
final class ParseStack {

    private static final int MOST_PATHS = 64;

    enum Status { ACTIVE, PAUSED, HALTED }

    private static final class Version {

        StackNode node;
        byte @Nullable [] scanner;
        Status status = Status.ACTIVE;

        Version(StackNode node, byte @Nullable [] scanner) {
            this.node = node;
            this.scanner = scanner;
        }
    }

    /** What was taken off a version, and the version that goes on below. */
    record Slice(int version, Derivation[] trees) {}

    private static final class Path {

        StackNode node;
        final List<Derivation> trees;
        int count;

        Path(StackNode node, List<Derivation> trees, int count) {
            this.node = node;
            this.trees = trees;
            this.count = count;
        }
    }

    private final List<Version> versions = new ArrayList<>();
    private final Deque<StackNode> single = new ArrayDeque<>();
    private int serial;

    ParseStack() {
        versions.add(new Version(new StackNode(1), null));
    }

    int size() {
        return versions.size();
    }

    int state(int version) {
        return versions.get(version).node.state;
    }

    int position(int version) {
        return versions.get(version).node.position;
    }

    int precedence(int version) {
        return versions.get(version).node.precedence();
    }

    byte @Nullable [] scanner(int version) {
        return versions.get(version).scanner;
    }

    Status status(int version) {
        return versions.get(version).status;
    }

    void status(int version, Status status) {
        versions.get(version).status = status;
    }

    int halted() {
        int count = 0;
        for (Version one : versions) {
            count += one.status == Status.HALTED ? 1 : 0;
        }
        return count;
    }

    void push(int version, Derivation tree, int state) {
        Version at = versions.get(version);
        at.node = new StackNode(at.node, tree, state, ++serial);
        if (tree.scanner != null) {
            at.scanner = tree.scanner;
        }
    }

    /** Notes that the only version is before a token now. */
    void single(Derivation token) {
        Version version = versions.getFirst();
        StackNode node = version.node;
        node.token = token;
        node.scanner = version.scanner;
        if (single.peekLast() != node) {
            single.addLast(node);
        }
    }

    /** The node on top of a version. */
    StackNode node(int version) {
        return versions.get(version).node;
    }

    void scanner(int version, byte @Nullable [] state) {
        versions.get(version).scanner = state;
    }

    /** What is above a node that was reached from above depends on more than itself. */
    private void reached(StackNode node) {
        for (StackNode last = single.peekLast(); last != null && last.serial > node.serial; last = single.peekLast()) {
            last.token = null;
            single.pollLast();
        }
    }

    void remove(int version) {
        versions.remove(version);
    }

    void swap(int one, int other) {
        Collections.swap(versions, one, other);
    }

    /** Puts a version in the place of another. */
    void move(int from, int to) {
        versions.set(to, versions.get(from));
        versions.remove(from);
    }

    /** Makes one of two versions that are in the same state at the same place; false when they are not. */
    boolean merge(int into, int from) {
        Version left = versions.get(into);
        Version right = versions.get(from);
        if (left.status != Status.ACTIVE || right.status != Status.ACTIVE || left.node.state != right.node.state || left.node.position != right.node.position
                || !Derivation.sameScanner(left.scanner, right.scanner)) {
            return false;
        }
        for (int i = 0; i < right.node.links(); i++) {
            left.node.add(right.node.link(i));
        }
        versions.remove(from);
        return true;
    }

    /** The only way down by a number of trees besides extra ones, without a change of the stack; null where ways divide. */
    Derivation @Nullable [] top(int version, int count) {
        StackNode node = versions.get(version).node;
        int size = 0;
        for (int left = count; left > 0; size++) {
            if (node.links() != 1) {
                return null;
            }
            StackNode.Link link = node.link(0);
            left -= link.tree().extra ? 0 : 1;
            node = link.node();
        }
        Derivation[] trees = size == 0 ? Derivation.NOTHING : new Derivation[size];
        node = versions.get(version).node;
        for (int i = size - 1; i >= 0; i--) {
            StackNode.Link link = node.link(0);
            trees[i] = link.tree();
            node = link.node();
        }
        return trees;
    }

    /** Replaces the topmost trees, which {@link #top} has given, by others. */
    void replace(int version, int size) {
        Version at = versions.get(version);
        for (int i = 0; i < size; i++) {
            at.node = at.node.link(0).node();
        }
        reached(at.node);
    }

    /** Takes a number of trees besides extra ones off a version in every way; every node that is reached becomes a new version. */
    List<Slice> pop(int version, int count) {
        return pop(version, count, false);
    }

    /** Takes everything off a version. */
    List<Slice> popAll(int version) {
        return pop(version, 0, true);
    }

    private List<Slice> pop(int version, int count, boolean all) {
        List<Slice> slices = new ArrayList<>(2);
        List<Path> paths = new ArrayList<>();
        paths.add(new Path(versions.get(version).node, new ArrayList<>(), 0));
        while (!paths.isEmpty()) {
            for (int i = 0, size = paths.size(); i < size; i++) {
                Path path = paths.get(i);
                StackNode node = path.node;
                boolean reached = all ? node.links() == 0 : path.count == count;
                if (reached) {
                    reached(node);
                    slice(slices, version, node, path.trees);
                }
                if (reached || node.links() == 0) {
                    paths.remove(i);
                    i--;
                    size--;
                    continue;
                }
                for (int j = 1; j < node.links() && paths.size() < MOST_PATHS; j++) {
                    Path other = new Path(node, new ArrayList<>(path.trees), path.count);
                    down(other, node.link(j));
                    paths.add(other);
                }
                down(path, node.link(0));
            }
        }
        return slices;
    }

    private static void down(Path path, StackNode.Link link) {
        path.node = link.node();
        path.trees.add(link.tree());
        path.count += link.tree().extra ? 0 : 1;
    }

    private void slice(List<Slice> slices, int version, StackNode node, List<Derivation> found) {
        Derivation[] trees = found.reversed().toArray(Derivation[]::new);
        for (int i = slices.size() - 1; i >= 0; i--) {
            int known = slices.get(i).version();
            if (versions.get(known).node == node) {
                slices.add(i + 1, new Slice(known, trees));
                return;
            }
        }
        versions.add(new Version(node, versions.get(version).scanner));
        slices.add(new Slice(versions.size() - 1, trees));
    }
}
