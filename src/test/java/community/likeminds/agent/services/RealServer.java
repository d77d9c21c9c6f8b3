package community.likeminds.agent.services;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one server of its kind in this run as a {@link RealService}; it is stopped when all tests are done. */
abstract class RealServer implements BeforeAllCallback, ParameterResolver {

    private final String name;

    RealServer(String name) {
        this.name = name;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server(context);
    }

    private RealService server(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RealServer.class))
                .computeIfAbsent(name, RealService::start, RealService.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RealService.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server(context);
    }
}
