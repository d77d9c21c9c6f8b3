package community.likeminds.agent.agents.documentation.solutionarchitect;

import community.likeminds.agent.agents.documentation.Answer;
import community.likeminds.agent.agents.documentation.ContextPassage;
import community.likeminds.agent.agents.documentation.contextretrieval.Context;
import community.likeminds.agent.agents.documentation.contextretrieval.Surroundings;
import community.likeminds.agent.agents.documentation.queryunderstanding.UnderstoodQuestion;
import community.likeminds.agent.agents.documentation.queryunderstanding.UnderstoodQuestion.Intent;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.docs.Found;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers with what the documents say, word for word; the same question over the same documents gives the same answer. */
@Component
public class SolutionArchitect {

    private static final int PASSAGES = 3;
    private static final int NEAREST = 3;
    /** Share of the best passage's score that another one needs to be quoted too. */
    private static final double WORTH_QUOTING = 0.75;

    private final Quoting quoting;
    private final Surroundings surroundings;

    SolutionArchitect(Quoting quoting, Surroundings surroundings) {
        this.quoting = quoting;
        this.surroundings = surroundings;
    }

    /** @param contextTokens most tokens of what helps to understand the quoted passages */
    public Answer answer(TenantId tenant, UnderstoodQuestion question, Context context, int contextTokens) {
        if (!context.covered()) {
            return abstain(context);
        }
        double best = context.passages().getFirst().score();
        List<Quotation> quotations = new ArrayList<>();
        for (Found.Passage passage : context.passages()) {
            if (quotations.size() == PASSAGES || passage.score() < WORTH_QUOTING * best) {
                break;
            }
            List<Segment> picked = quoting.pick(passage.chunk(), question, context.vector());
            if (!picked.isEmpty()) {
                quotations.add(new Quotation("", passage.chunk(), picked));
            }
        }
        if (quotations.isEmpty()) {
            return abstain(context);
        }
        List<ContextPassage> around = contextTokens == 0
                ? List.of()
                : surroundings
                        .around(tenant, quotations.stream().map(Quotation::chunk).toList(), question.identifiers(), contextTokens)
                        .stream()
                        .flatMap(List::stream)
                        .toList();
        boolean steps = question.intent() == Intent.HOW_TO || question.intent() == Intent.INSTALL;
        quotations.addAll(Additions.of(around, quotations, steps));
        List<Citation> citations = quotations.stream().map(Quotation::citation).toList();
        return new Answer(
                markdown(quotations),
                citations,
                false,
                NextSteps.after(question, citations),
                context.confidence(),
                around,
                List.of(),
                List.of(),
                "");
    }

    private static Answer abstain(Context context) {
        List<Citation> nearest = context.passages().stream()
                .limit(NEAREST)
                .map(passage -> passage.chunk().citation())
                .toList();
        String text = "The documentation does not cover this question."
                + (nearest.isEmpty() ? "" : " The nearest passages are cited, but they do not answer it.");
        return new Answer(
                text, nearest, true, NextSteps.afterAbstaining(nearest), context.confidence(), List.of(), List.of(), List.of(), "");
    }

    private static String markdown(List<Quotation> quotations) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < quotations.size(); i++) {
            Quotation quotation = quotations.get(i);
            String mark = " [" + (i + 1) + "]";
            text.append("**").append(quotation.lead()).append(quotation.citation().heading()).append("**").append(mark).append("\n\n");
            for (Segment segment : quotation.segments()) {
                text.append(
                        switch (segment.kind()) {
                            case SENTENCE -> "> " + segment.text() + mark;
                            case ROW -> "> " + segment.text().replace("|", " ").strip().replaceAll(" {2,}", " · ") + mark;
                            case CODE -> segment.text() + "\n" + mark.strip();
                        });
                text.append("\n\n");
            }
        }
        return text.toString().strip();
    }
}
