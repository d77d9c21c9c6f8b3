package community.likeminds.agent.processors.docs.analyzer;

import java.util.List;
import java.util.regex.Pattern;

/** Recognises a page that is code from its first line to its last, without a fence around it. */
final class BareCode {

    private static final int FEWEST = 3;
    private static final int MOST_LOOKED_AT = 2000;
    private static final int LONGEST = 400;

    /** Lines that no prose has. */
    private static final Pattern STATEMENT = Pattern.compile(
            "^(?:import\\s[^'\"]{0,300}['\"]|import\\s++[\\w.*]++;?$|from\\s++\\S++\\s++import\\s|package\\s++[\\w.]++;?$|(?:export\\s++)?(?:default\\s++)?(?:async\\s++)?"
                    + "(?:function|class|interface|enum|struct|protocol|extension)\\s++\\w++\\s*+[({<:]|(?:export\\s++)?(?:const|let|var|val|final)\\s++[\\w{\\[:<> ]++[^.]*=|"
                    + "(?:public|private|protected|internal|override|static|fun|func|def)\\s++\\S|return\\b.*[;)(]$|#include\\s|using\\s[\\w.]++;|"
                    + "(?:if|for|while|switch|catch)\\s?\\(|@\\w++(?:\\(.*\\))?$|await\\s++\\S++\\().*");
    private static final Pattern LEFTOVER = Pattern.compile(".*[;{}()\\[\\],:>]$|^[})\\]<@.].*|^(?://|/\\*|\\*|#).*|^[\\w.\\[\\]?]++\\s?[=:]\\s?\\S++(?:\\s\\S++){0,3}$|^return\\b[^.]*$|^export default \\w++$|^\\w++$|.*\\s=$|.*\\{\\s?\\[\\w.*|^\"[\\w.-]++\":.*");
    private static final Pattern STRUCTURE = Pattern.compile("^(?:#{1,6}\\s++\\S.*|```.*|~~~.*|>\\s.*|[-*+]\\s++\\S.*|\\d++[.)]\\s.*|:::.*|\\|.*\\|)$");

    private BareCode() {}

    /** Whether the lines from an index on are nothing but code. */
    static boolean is(String[] lines, int from, boolean mdx) {
        int code = 0;
        int statements = 0;
        int structure = 0;
        int all = 0;
        boolean modules = true;
        for (int i = from; i < lines.length && all < MOST_LOOKED_AT; i++) {
            String line = lines[i].strip();
            if (line.isEmpty()) {
                continue;
            }
            all++;
            if (line.length() > LONGEST) {
                return false;
            }
            boolean statement = STATEMENT.matcher(line).matches();
            // MDX may import, export and use components on any page.
            if (mdx && (line.startsWith("<!--") || line.startsWith("{/*") || line.startsWith("<script") || line.startsWith("<style"))) {
                return false;
            }
            boolean module = line.startsWith("import ") || line.startsWith("export ") || line.startsWith("<");
            modules &= !statement || module;
            statements += statement ? 1 : 0;
            code += statement || LEFTOVER.matcher(line).matches() ? 1 : 0;
            structure += STRUCTURE.matcher(line).matches() && !line.startsWith("* ") ? 1 : 0;
            if (all == 1 && !statement && !LEFTOVER.matcher(line).matches()) {
                return false;
            }
        }
        boolean json = all >= FEWEST && json(lines, from);
        boolean enough = all >= FEWEST && statements >= 2 && code * 10 >= all * 9 && structure * 20 <= all;
        return json || enough && !(mdx && modules);
    }

    private static boolean json(String[] lines, int from) {
        String first = "";
        String last = "";
        int pairs = 0;
        int all = 0;
        for (int i = from; i < Math.min(lines.length, from + MOST_LOOKED_AT); i++) {
            String line = lines[i].strip();
            if (!line.isEmpty()) {
                first = first.isEmpty() ? line : first;
                last = line;
                all++;
                pairs += line.startsWith("\"") || "{}[],".indexOf(line.charAt(0)) >= 0 ? 1 : 0;
            }
        }
        return pairs == all && (first.equals("{") && last.equals("}") || first.equals("[") && last.equals("]"));
    }

    /** The language that the code's first lines show, or an empty string. */
    static String language(List<String> code) {
        String head = String.join("\n", code.subList(0, Math.min(code.size(), 80)));
        if (head.startsWith("{\n") || head.startsWith("[\n")) {
            return "json";
        }
        if (Pattern.compile("(?m)^import\\s[^;'\"\n]{0,200}from\\s+['\"]|^(?:export|const|let)\\s|\\brequire\\(['\"]").matcher(head).find()
                && !head.contains("package:")) {
            boolean types = Pattern.compile("(?m)^(?:export\\s+)?(?:interface|type|enum)\\s+\\w+|\\w\\??:\\s*(?:string|number|boolean)\\b").matcher(head).find();
            boolean tags = Pattern.compile("</[\\w.]+>|<\\w[^<>]{0,200}/>|<[A-Z][\\w.]*[\\s>]").matcher(head).find();
            return (types ? "ts" : "js") + (tags ? "x" : "");
        }
        return head.contains("import 'package:") || head.contains("import 'dart:") ? "dart"
                : head.contains("import UIKit") || head.contains("import SwiftUI") || head.contains("import Foundation") || has(head, "func\\s+\\w+\\(") && !has(head, "package\\s+\\w+$") ? "swift"
                : has(head, "(?:fun|val|var)\\s+\\w+.*(?:[:=(])") && !has(head, ".*;$") ? "kotlin"
                : has(head, "(?:package|import)\\s+[\\w.]+;") || has(head, "(?:public|private|protected)\\s.*[;{]") ? "java"
                : has(head, "(?:def\\s+\\w+\\(|from\\s+\\S+\\s+import\\s|import\\s+\\w+$)") ? "python"
                : has(head, "func\\s+\\w+\\(") ? "go" : "";
    }

    private static boolean has(String head, String line) {
        return Pattern.compile("(?m)^\\s*" + line).matcher(head).find();
    }
}
