package community.likeminds.agent.agents.coding.api.graph;

import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.InputValueWithState;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How deep and how large the answer to a valid query can get. Every fragment is weighed once, so that fragments which spread others twice
 * and more cost no more time than they have text.
 */
final class QueryWeight {

    private static final String SIZE = "first";
    private static final String REPORT = "report";
    /** Reading a report costs about as much as so many fields. */
    private static final long OF_REPORT = 10;
    /** Sums of a whole document stay below what a long can hold. */
    private static final long ENOUGH = Integer.MAX_VALUE;

    /**
     * @param fields how many the answer has at most, lists without pages counted as one
     * @param aliases in the document, however often they are answered
     */
    record Weight(int depth, long fields, long aliases) {

        static final Weight NONE = new Weight(0, 0, 0);

        Weight plus(Weight other) {
            return new Weight(Math.max(depth, other.depth), Math.min(ENOUGH, fields + other.fields), Math.min(ENOUGH, aliases + other.aliases));
        }
    }

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Object> variables;
    private final Map<String, Weight> weighed = new HashMap<>();

    QueryWeight(GraphQLSchema schema, Map<String, FragmentDefinition> fragments, Map<String, Object> variables) {
        this.schema = schema;
        this.fragments = fragments;
        this.variables = variables;
    }

    Weight of(SelectionSet selections, GraphQLFieldsContainer parent) {
        Weight sum = Weight.NONE;
        for (Selection<?> selection : selections.getSelections()) {
            sum = sum.plus(switch (selection) {
                case Field field -> of(field, parent);
                case FragmentSpread spread -> of(fragments.get(spread.getName()));
                case InlineFragment inline -> of(inline.getSelectionSet(), type(inline.getTypeCondition(), parent));
                default -> throw new IllegalStateException("A selection of an unknown kind: " + selection);
            });
        }
        return sum;
    }

    private Weight of(@Nullable FragmentDefinition fragment) {
        if (fragment == null) {
            return Weight.NONE;
        }
        @Nullable Weight known = weighed.get(fragment.getName());
        if (known == null) {
            known = schema.getType(fragment.getTypeCondition().getName()) instanceof GraphQLFieldsContainer type
                    ? of(fragment.getSelectionSet(), type)
                    : Weight.NONE;
            weighed.put(fragment.getName(), known);
        }
        return known;
    }

    private Weight of(Field field, GraphQLFieldsContainer parent) {
        if (field.getName().startsWith("__")) {
            // The schema is the same for everybody, and the engine limits questions about it.
            return new Weight(1, 1, field.getAlias() == null ? 0 : 1);
        }
        GraphQLFieldDefinition definition = Introspection.getFieldDef(schema, parent, field.getName());
        Weight below = field.getSelectionSet() != null && GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLFieldsContainer type
                ? of(field.getSelectionSet(), type)
                : Weight.NONE;
        @Nullable GraphQLArgument size = definition.getArgument(SIZE);
        long times = size == null ? 1 : size(field, size);
        long own = field.getName().equals(REPORT) ? OF_REPORT : 1;
        return new Weight(below.depth() + 1, Math.min(ENOUGH, own + times * below.fields()), Math.min(ENOUGH, below.aliases() + (field.getAlias() == null ? 0 : 1)));
    }

    /** A size that a page cannot have is refused where the page is made. */
    private long size(Field field, GraphQLArgument argument) {
        for (Argument given : field.getArguments()) {
            if (given.getName().equals(SIZE)) {
                return switch (given.getValue()) {
                    case IntValue value -> Math.clamp(value.getValue().longValue(), 1, Page.MOST);
                    case VariableReference variable when variables.get(variable.getName()) instanceof Number number ->
                        Math.clamp(number.longValue(), 1, Page.MOST);
                    default -> Page.MOST;
                };
            }
        }
        InputValueWithState byDefault = argument.getArgumentDefaultValue();
        return byDefault.getValue() instanceof IntValue value ? value.getValue().longValue() : Page.MOST;
    }

    private GraphQLFieldsContainer type(@Nullable TypeName condition, GraphQLFieldsContainer otherwise) {
        return condition != null && schema.getType(condition.getName()) instanceof GraphQLFieldsContainer type ? type : otherwise;
    }
}
