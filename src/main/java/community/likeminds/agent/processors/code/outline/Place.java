package community.likeminds.agent.processors.code.outline;

import org.jspecify.annotations.Nullable;

/**
 * Where a piece is added.
 *
 * @param slot of the file
 * @param anchor the piece of the slot beside which it goes, or null for an empty slot
 * @param after whether behind the anchor
 * @param depth how many slots the slot lies in
 */
record Place(Slot slot, @Nullable Piece anchor, boolean after, int depth) {

    Place(Slot slot, @Nullable Piece anchor, boolean after) {
        this(slot, anchor, after, 0);
    }

    Place at(int level) {
        return new Place(slot, anchor, after, level);
    }
}
