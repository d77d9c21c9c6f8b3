package community.likeminds.agent.processors.docs;

import java.util.List;

/**
 * What a guide leads through. Blocks are named by their index in {@link Page#blocks()}.
 *
 * @param prerequisites what has to be there before the first step, in the order of the page
 * @param stated whether the page itself numbers or marks its steps; else its sections that hold code are taken for steps
 * @param steps in the order in which they are followed
 * @param alternatives sets of tabs
 * @param code every code block that is part of the way, with the state of its file that it shows
 */
public record GuideOutline(
        List<Prerequisite> prerequisites, boolean stated, List<Step> steps, List<Alternative> alternatives, List<CodeState> code) {

    public GuideOutline {
        prerequisites = List.copyOf(prerequisites);
        steps = List.copyOf(steps);
        alternatives = List.copyOf(alternatives);
        code = List.copyOf(code);
    }

    /**
     * @param text as it stands on the page
     * @param lines where it stands
     * @param versions of tools and platforms that it asks for
     * @param access whether it asks for an account, a key or another credential
     * @param links pages and sites that it leads to, as written
     */
    public record Prerequisite(String text, LineRange lines, List<Version> versions, boolean access, List<String> links) {

        public Prerequisite {
            versions = List.copyOf(versions);
            links = List.copyOf(links);
        }
    }

    /**
     * @param name of the tool or platform as the page calls it, for example {@code Node.js}
     * @param number for example {@code 18} or {@code 18.2.0}
     * @param orLater whether later ones do as well
     */
    public record Version(String name, String number, boolean orLater) {}

    /**
     * @param number from 1; a step within another one is numbered below it
     * @param level 1 for steps of the page, 2 for steps of a step
     * @param title without its number; may be empty
     * @param optional whether the page says that it can be left out
     * @param lines from its first to its last block
     * @param blocks its blocks, those of its own steps included
     */
    public record Step(int number, int level, String title, boolean optional, LineRange lines, List<Integer> blocks) {

        public Step {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * A set of tabs.
     *
     * @param group the {@link Container#group()} of its tabs
     * @param together whether the tabs are files that belong together, so that all of them apply; else one is chosen
     * @param step number of the step of the page that holds it, or 0
     * @param lines from its first to its last block
     */
    public record Alternative(String group, boolean together, int step, LineRange lines, List<Option> options) {

        public Alternative {
            options = List.copyOf(options);
        }
    }

    /** One tab. */
    public record Option(String label, List<Integer> blocks) {

        public Option {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * @param block index of the code block
     * @param lines where it stands
     * @param language of the fence, or empty
     * @param file that it belongs to as the page says, or empty
     * @param step number of the step of the page that holds it, or 0
     * @param supersededBy index of the first later block that shows the same code again with more to it, or -1
     */
    public record CodeState(int block, LineRange lines, String language, String file, int step, int supersededBy) {}
}
