package community.likeminds.agent.agents.coding.api.graph;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param depth how many fields may stand within each other
 * @param complexity how many fields an answer may have, by the sizes of its pages; a report counts as ten
 * @param aliases how many fields a query may give a name of its own, by which it could ask for the same again and again
 * @param introspection whether clients may ask for the schema
 */
@ConfigurationProperties("likeminds.graphql")
record GraphProperties(@DefaultValue("10") int depth, @DefaultValue("5000") int complexity, @DefaultValue("50") int aliases, @DefaultValue("false") boolean introspection) {}
