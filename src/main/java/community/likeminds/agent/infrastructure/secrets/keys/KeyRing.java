package community.likeminds.agent.infrastructure.secrets.keys;

import community.likeminds.agent.infrastructure.secrets.AesGcm;
import community.likeminds.agent.shared.AgentException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keys by their names; the first one is current, the others still open what they once closed.
 *
 * @param keys 32 bytes each, in order
 */
record KeyRing(Map<String, byte[]> keys) {

    private static final int BYTES = 32;

    /**
     * @param entries {@code NAME:BASE64}, the current one first
     * @param where where they were found, for the error
     */
    static KeyRing of(List<String> entries, String where) {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        for (String entry : entries) {
            String[] parts = entry.strip().split(":", 2);
            byte[] key = parts.length == 2 ? decode(parts[1]) : new byte[0];
            if (!parts[0].matches("[A-Za-z0-9_-]{1,40}") || key.length != BYTES || keys.put(parts[0], key) != null) {
                throw AgentException.badInput(
                        "secrets-key-invalid",
                        where + " holds something that is no key.",
                        "Write NAME:KEY with a name of letters and digits that is used once, and 32 random bytes in base64 as key.");
            }
        }
        if (keys.isEmpty()) {
            throw AgentException.badInput(
                    "secrets-key-missing",
                    where + " holds no key.",
                    "Write NAME:KEY with 32 random bytes in base64 as key, for example from: openssl rand -base64 32");
        }
        return new KeyRing(keys);
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    static KeyRing first() {
        return new KeyRing(Map.of()).withNew();
    }

    /** With a new key before the others; its name is none that there was, as far as names are counted. */
    KeyRing withNew() {
        int last = keys.keySet().stream()
                .filter(name -> name.matches("k[0-9]{1,8}"))
                .mapToInt(name -> Integer.parseInt(name.substring(1)))
                .max()
                .orElse(0);
        Map<String, byte[]> more = new LinkedHashMap<>();
        more.put("k" + (last + 1), AesGcm.random(BYTES));
        more.putAll(keys);
        return new KeyRing(more);
    }

    KeyRing without(String id) {
        Map<String, byte[]> fewer = new LinkedHashMap<>(keys);
        fewer.remove(id);
        return new KeyRing(fewer);
    }

    /** As {@link #of} reads them. */
    List<String> entries() {
        return keys.entrySet().stream()
                .map(key -> key.getKey() + ":" + Base64.getEncoder().encodeToString(key.getValue()))
                .toList();
    }

    String current() {
        return keys.keySet().iterator().next();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyRing(Map<String, byte[]> others)
                && keys.keySet().equals(others.keySet())
                && keys.entrySet().stream().allMatch(key -> Arrays.equals(key.getValue(), others.get(key.getKey())));
    }

    @Override
    public int hashCode() {
        return keys.keySet().hashCode();
    }

    /** Names only: a log must not show keys. */
    @Override
    public String toString() {
        return "KeyRing" + keys.keySet();
    }
}
