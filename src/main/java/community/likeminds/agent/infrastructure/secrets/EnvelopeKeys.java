package community.likeminds.agent.infrastructure.secrets;

import community.likeminds.agent.infrastructure.secrets.EncryptedValues.Kept;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Keys of envelopes. A value tells which key it is under, so nothing has to be remembered about what is done already. */
final class EnvelopeKeys implements EncryptionKeys {

    private static final Set<String> LOST = Set.of("secret-unreadable", "secrets-key-unknown");
    private static final String DAMAGED = "?";

    private final KeyProtection protection;
    private final SecretEncryption encryption;
    private final Supplier<List<EncryptedValues>> places;

    EnvelopeKeys(KeyProtection protection, SecretEncryption encryption, Supplier<List<EncryptedValues>> places) {
        this.protection = protection;
        this.encryption = encryption;
        this.places = places;
    }

    @Override
    public List<Key> list(Progress progress) {
        List<String> known = protection.keys();
        Map<String, Map<String, Long>> values = new LinkedHashMap<>();
        known.forEach(key -> values.put(key, new TreeMap<>()));
        walk("Counting", progress, (place, kept) -> values.computeIfAbsent(keyOf(kept), key -> new TreeMap<>()).merge(place, 1L, Long::sum));
        List<Key> all = new ArrayList<>();
        values.forEach((key, by) -> all.add(new Key(key, key.equals(known.getFirst()), known.contains(key), by)));
        return List.copyOf(all);
    }

    @Override
    public KeyProtection.NewKey rotate() {
        return protection.rotate();
    }

    @Override
    public Rewrapped rewrap(Progress progress) {
        String current = protection.keys().getFirst();
        Map<String, Tally> tallies = new TreeMap<>();
        places.get().forEach(place -> tallies.put(place.place(), new Tally()));
        walk("Rewrapping", progress, (place, kept) -> rewrap(kept, current, tallies.computeIfAbsent(place, name -> new Tally())));
        Map<String, Place> done = new TreeMap<>();
        tallies.forEach((place, tally) -> done.put(place, new Place(tally.values, tally.rewrapped, tally.unreadable, tally.left)));
        return new Rewrapped(current, done);
    }

    private void rewrap(Kept kept, String current, Tally tally) {
        tally.values++;
        if (keyOf(kept).equals(current)) {
            return;
        }
        try {
            if (kept.replacement().with(encryption.rewrap(kept.tenant(), kept.name(), kept.encrypted()))) {
                tally.rewrapped++;
            } else {
                tally.left++;
            }
        } catch (AgentException unreadable) {
            if (!LOST.contains(unreadable.code())) {
                throw unreadable;
            }
            tally.unreadable++;
        }
    }

    @Override
    public boolean retire(String key, Progress progress) {
        List<String> known = protection.keys();
        if (!known.contains(key)) {
            throw AgentException.notFound("secrets-key-unknown", "There is no key '" + key + "'.", "See the keys with: likeminds secrets.");
        }
        if (known.getFirst().equals(key)) {
            throw new AgentException(
                    AgentException.Kind.CONFLICT, "secrets-key-current", "The key '" + key + "' is the current one.",
                    "Make another one current first with: likeminds secrets rotate.");
        }
        Map<String, Long> used = new TreeMap<>();
        walk("Counting", progress, (place, kept) -> {
            if (keyOf(kept).equals(key)) {
                used.merge(place, 1L, Long::sum);
            }
        });
        if (!used.isEmpty()) {
            throw new AgentException(
                    AgentException.Kind.CONFLICT, "secrets-key-used", "Values are still under the key '" + key + "': " + said(used) + ".",
                    "Put them under the current one with: likeminds secrets rewrap. What it leaves has to end, or to be removed, first.");
        }
        return protection.retire(key);
    }

    private static String said(Map<String, Long> used) {
        List<String> parts = new ArrayList<>();
        used.forEach((place, count) -> parts.add(count + " " + place));
        return String.join(", ", parts);
    }

    private String keyOf(Kept kept) {
        try {
            return protection.keyOf(Envelope.parse(kept.encrypted()).wrapped());
        } catch (IllegalArgumentException damaged) {
            return DAMAGED;
        }
    }

    private interface Visitor {

        void visit(String place, Kept kept);
    }

    private void walk(String stage, Progress progress, Visitor visitor) {
        long[] seen = {0};
        for (EncryptedValues place : places.get()) {
            progress.report(stage, seen[0], 0, place.place());
            Consumer<Kept> each = kept -> {
                progress.report(stage, ++seen[0], 0, place.place());
                visitor.visit(place.place(), kept);
            };
            place.each(each);
        }
    }

    private static final class Tally {

        private long values;
        private long rewrapped;
        private long unreadable;
        private long left;
    }
}
