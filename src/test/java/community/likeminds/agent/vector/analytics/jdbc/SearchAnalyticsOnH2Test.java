package community.likeminds.agent.vector.analytics.jdbc;

import community.likeminds.agent.infrastructure.storage.TestDatabase;

class SearchAnalyticsOnH2Test extends SearchAnalyticsContract {

    SearchAnalyticsOnH2Test() {
        super(TestDatabase.H2);
    }
}
