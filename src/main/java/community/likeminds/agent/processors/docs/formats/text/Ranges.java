package community.likeminds.agent.processors.docs.formats.text;

import java.util.ArrayList;
import java.util.List;

/** Numbers of lines as documentation writes them: {@code 1,3-5,8-} and, in AsciiDoc, {@code 1;3..5;8..-1}. */
final class Ranges {

    private Ranges() {}

    /** The numbers from 1 to a last one that are meant, in the order written. */
    static List<Integer> of(String text, int last) {
        List<Integer> lines = new ArrayList<>();
        for (String part : text.split("[,;\\s]+")) {
            String[] ends = part.split("\\.\\.|-(?=\\d|$)", 2);
            int from = number(ends[0], 1);
            int to = ends.length == 1 ? from : number(ends[1], last);
            for (int line = from; !part.isBlank() && line >= 1 && line <= Math.min(to < 0 ? last : to, last) && lines.size() < last; line++) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static int number(String digits, int otherwise) {
        return digits.matches("-?\\d{1,7}") ? Integer.parseInt(digits) : otherwise;
    }
}
