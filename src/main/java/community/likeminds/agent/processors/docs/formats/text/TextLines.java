package community.likeminds.agent.processors.docs.formats.text;

import java.util.ArrayList;
import java.util.List;

/** Lines of a page with what it includes, each with the line of the page, from 1, that it stands for. */
final class TextLines {

    private static final int MOST_CHARACTERS = 2_000_000;

    private final List<String> text = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private int characters;

    /** Adds a line; gives whether there was room. */
    boolean add(String line, int number) {
        characters += line.length() + 1;
        if (characters > MOST_CHARACTERS && number == (numbers.isEmpty() ? 0 : numbers.getLast())) {
            return false;
        }
        text.add(line);
        numbers.add(number);
        return true;
    }

    String[] text() {
        return text.toArray(String[]::new);
    }

    int[] numbers() {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    static String[] of(String text) {
        return text.split("\r\n|\r|\n", -1);
    }
}
