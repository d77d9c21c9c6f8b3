package community.likeminds.agent.infrastructure.observability.tracing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.ClassUtils;

/** Puts an {@link Advice} before every bean of its interface, whether the bean does the work here or asks another process to. */
public final class ObservedBeans implements BeanPostProcessor {

    private static final Object[] NONE = {};

    private final List<Advice> advices;

    public ObservedBeans(List<Advice> advices) {
        this.advices = List.copyOf(advices);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        for (Advice advice : advices) {
            if (advice.type().isInstance(bean)) {
                return observed(bean, advice);
            }
        }
        return bean;
    }

    private static Object observed(Object bean, Advice advice) {
        return Proxy.newProxyInstance(
                bean.getClass().getClassLoader(), ClassUtils.getAllInterfaces(bean), (proxy, method, given) -> {
                    Object[] arguments = given == null ? NONE : given;
                    Advice.Call call = handed -> {
                        try {
                            return method.invoke(bean, handed);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause() == null ? thrown : thrown.getCause();
                        }
                    };
                    return advice.covers(method.getDeclaringClass())
                            ? advice.around(method, arguments, call, bean)
                            : same(proxy, bean, method.getName(), arguments, call);
                });
    }

    /** A bean equals itself, also when both sides are observed. */
    private static @Nullable Object same(Object proxy, Object bean, String method, Object[] arguments, Advice.Call call)
            throws Throwable {
        return method.equals("equals") && arguments.length == 1 && arguments[0] == proxy ? Boolean.TRUE : call.proceed(arguments);
    }
}
