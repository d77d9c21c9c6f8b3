package community.likeminds.agent.processors.docs.formats.html;

import java.util.regex.Pattern;

/** Recognises text that is addressed to language models rather than to readers. */
public final class HiddenText {

    private static final Pattern ADDRESSED = Pattern.compile(
            "(?i)\\b(ignore|disregard|forget|override)\\b.{0,40}\\b(previous|prior|above|earlier|all|any|your|system)\\b.{0,30}\\b(instruction|prompt|rule|direction|guideline|context)s?"
                    + "|\\b(if you are|you are|as) an? (ai|llm|large language model|language model|assistant|chatbot|agent)\\b"
                    + "|\\b(system|developer) (prompt|message|instruction)\\b"
                    + "|\\b(ai|llm|language model|coding) (assistants?|agents?|models?|crawlers?)\\b.{0,40}\\b(must|should|always|never|do not|please)\\b"
                    + "|\\bnote (to|for) (ai|llm|language models?|assistants?|agents?)\\b");
    private static final int LONGEST = 20_000;

    private HiddenText() {}

    /** Whether a text that readers do not see gives orders to a language model. */
    public static boolean addressesModels(String text) {
        return ADDRESSED.matcher(text.length() > LONGEST ? text.substring(0, LONGEST) : text).find();
    }
}
