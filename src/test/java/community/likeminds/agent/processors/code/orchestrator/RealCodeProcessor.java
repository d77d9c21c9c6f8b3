package community.likeminds.agent.processors.code.orchestrator;

import community.likeminds.agent.processors.code.CodeProcessor;

/** The real reader of source code, for tests of other modules. */
public final class RealCodeProcessor {

    private RealCodeProcessor() {}

    public static CodeProcessor create() {
        return new CodeOrchestrator();
    }
}
