package community.likeminds.agent.agents.documentation.ingestion;

import community.likeminds.agent.infrastructure.messaging.TaskHandler;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;

/** Progress of an ingestion that is a task. */
record ReportingProgress(TaskHandler.Reporter reporter, Progress listener) implements Progress {

    @Override
    public void report(String stage, long done, long total, String detail) {
        if (reporter.stopping()) {
            throw new AgentException(
                    AgentException.Kind.CONFLICT, "job-cancelled", "The ingestion was cancelled.",
                    "What it has done is kept; ingest the source again to go on.");
        }
        reporter.progress(stage, done, total);
        listener.report(stage, done, total, detail);
    }
}
