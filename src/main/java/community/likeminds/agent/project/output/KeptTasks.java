package community.likeminds.agent.project.output;

import java.nio.file.Path;
import java.util.List;

/** What unfinished runs are about, for whoever has to write it anew. It is kept in the data folder of the process that runs this. */
public interface KeptTasks {

    /** Of every run that is at work or was interrupted. */
    List<KeptTask> all();

    /** Keeps another text for good; false when the run is at work, or when it is about something else by now. */
    boolean replace(KeptTask read, String text);

    /**
     * @param project root of the project
     * @param run its id
     */
    record KeptTask(Path project, String run, String text) {}
}
