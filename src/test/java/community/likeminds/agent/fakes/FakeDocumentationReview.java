package community.likeminds.agent.fakes;

import community.likeminds.agent.agents.documentation.DocumentationReview;
import community.likeminds.agent.agents.documentation.Review;
import community.likeminds.agent.agents.documentation.Review.Finding;
import community.likeminds.agent.agents.documentation.Review.Level;
import community.likeminds.agent.shared.Progress;
import java.util.ArrayList;
import java.util.List;

/** Finds the same two mistakes in everything. */
public final class FakeDocumentationReview implements DocumentationReview {

    public final List<ReviewRequest> requests = new ArrayList<>();

    @Override
    public Review review(ReviewRequest request, Progress progress) {
        requests.add(request);
        List<Finding> all = List.of(
                new Finding("link-broken", Level.WARNING, "my docs/a.md", "Start", 3, 3, "The link 'x' leads nowhere.", "Correct it.",
                        List.of("./y.md"), "f1"),
                new Finding("fence-unbalanced", Level.ERROR, "my docs/b.md", "", 5, 9, "The fence is open.", "Close it.", List.of(), "f2"));
        List<Finding> left = all.stream().filter(finding -> !request.known().contains(finding.fingerprint())).toList();
        return new Review("docs", "/docs", "", 2, 4, left, all.size() - left.size(), List.of("One page was not read."), new Review.Links(9, 2, 1), 7);
    }
}
