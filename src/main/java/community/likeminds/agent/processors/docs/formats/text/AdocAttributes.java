package community.likeminds.agent.processors.docs.formats.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list in brackets before a block or behind a macro: {@code [source%linenums,java,role="primary"]}. */
final class AdocAttributes {

    private final List<String> positions = new ArrayList<>();
    private final Map<String, String> named = new HashMap<>();

    AdocAttributes(String list) {
        StringBuilder part = new StringBuilder();
        char quote = 0;
        for (int i = 0; i <= list.length(); i++) {
            char c = i < list.length() ? list.charAt(i) : ',';
            boolean ends = i == list.length() || c == ',' && quote == 0;
            if (ends) {
                add(part.toString().strip());
                part.setLength(0);
            } else if (quote != 0 ? c == quote : (c == '"' || c == '\'') && (part.isEmpty() || part.charAt(part.length() - 1) == '=' || part.toString().isBlank())) {
                quote = quote == 0 ? c : 0;
            } else {
                part.append(c);
            }
        }
    }

    private void add(String part) {
        int equals = part.indexOf('=');
        if (equals > 0 && part.substring(0, equals).strip().matches("[\\w-]+")) {
            named.put(part.substring(0, equals).strip().toLowerCase(Locale.ROOT), part.substring(equals + 1).strip());
        } else {
            positions.add(part);
        }
    }

    /** The first word, without roles, options and ids: {@code source} of {@code source%linenums.wide#id}. */
    String style() {
        return positions.isEmpty() ? "" : positions.getFirst().replaceFirst("[%.#].*$", "");
    }

    /** What stands at a place, from 0, or an empty string. */
    String at(int index) {
        return index < positions.size() ? positions.get(index) : "";
    }

    boolean option(String name) {
        return at(0).contains("%" + name) || (get("options") + "," + get("opts")).contains(name);
    }

    boolean role(String name) {
        return at(0).contains("." + name) || name.equals(get("role"));
    }

    @Nullable String get(String name) {
        return named.get(name);
    }

    /** The language of code, or an empty string. */
    String language() {
        String style = style();
        boolean source = style.equals("source") || style.isEmpty() && positions.size() > 1;
        return source ? at(1) : "";
    }
}
