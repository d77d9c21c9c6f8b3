package community.likeminds.agent.project.output;

import java.util.Set;

/**
 * One file that a run touched.
 *
 * @param path below the project's root
 * @param former what stood there before the run
 * @param guarded whether a command may change it by itself, so that its present content is nobody else's
 * @param ours hashes of every state that the run gave it or meant to give it
 */
record Entry(String path, FileState former, boolean guarded, Set<String> ours) {

    Entry {
        ours = Set.copyOf(ours);
    }
}
