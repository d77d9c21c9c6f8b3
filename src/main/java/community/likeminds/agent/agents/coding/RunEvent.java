package community.likeminds.agent.agents.coding;

/**
 * Something that happened in a run. As JSON it is one object; fields are only ever added, and types that a reader does not know are to
 * be ignored.
 *
 * @param type {@code plan} (a plan is there), {@code step} (a step is done), {@code check} (a rung of the proof was climbed) or
 *     {@code report} (the run has ended)
 * @param id of the plan, the step or the run; the name of the check
 * @param title one line
 * @param status of the step ({@code applied}, {@code already-there}, {@code manual}, {@code skipped}), the check ({@code passed},
 *     {@code failed}, {@code not-possible}) or the run ({@code verified}, {@code partial}, {@code failed}); empty for a plan
 * @param detail one sentence; may be empty
 */
public record RunEvent(String type, String id, String title, String status, String detail) {

    public static RunEvent of(IntegrationPlan plan) {
        return new RunEvent("plan", plan.id(), plan.request(), "", plan.steps().size() + " steps after " + plan.guide().page());
    }

    public static RunEvent of(IntegrationReport.CheckOutcome check) {
        return new RunEvent("check", check.name(), check.name(), check.status(), check.detail());
    }

    public static RunEvent of(IntegrationReport.StepOutcome step) {
        return new RunEvent("step", step.id(), step.title(), step.status(), step.detail());
    }

    public static RunEvent of(IntegrationReport report) {
        return new RunEvent("report", report.id(), report.request(), report.status(), report.summary());
    }
}
