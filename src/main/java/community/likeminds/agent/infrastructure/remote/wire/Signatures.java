package community.likeminds.agent.infrastructure.remote.wire;

import community.likeminds.agent.shared.AgentException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The methods of an interface as calls name them: by name, and by the names of the arguments where a name stands for several. */
public final class Signatures {

    private static final Map<Class<?>, Signatures> KNOWN = new ConcurrentHashMap<>();

    private final Map<String, List<Method>> methods;

    private Signatures(Class<?> type) {
        this.methods = Arrays.stream(type.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                // An interface that narrows a method of another one, such as close(), has both.
                .filter(method -> !method.isBridge() && (method.getDeclaringClass() == type || !redeclared(type, method)))
                .sorted(Comparator.comparing(Method::toString))
                .collect(Collectors.groupingBy(Method::getName));
    }

    private static boolean redeclared(Class<?> type, Method method) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(own -> own.getName().equals(method.getName()) && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
    }

    public static Signatures of(Class<?> type) {
        return KNOWN.computeIfAbsent(type, Signatures::new);
    }

    /** Every method that can be called. */
    public List<Method> all() {
        return methods.values().stream().flatMap(List::stream).toList();
    }

    /** Methods of a name; none when it is unknown. */
    public List<Method> named(String name) {
        return methods.getOrDefault(name, List.of());
    }

    /** The method that takes exactly these arguments. Throws {@code remote-unknown}. */
    public static Method taking(List<Method> candidates, Set<String> arguments) {
        for (Method method : candidates) {
            if (new TreeSet<>(names(method)).equals(new TreeSet<>(arguments))) {
                return method;
            }
        }
        throw unknown("no method of that name takes " + arguments);
    }

    public static List<String> names(Method method) {
        List<String> names = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            names.add(parameter.getName());
        }
        return names;
    }

    /** What an interface is called in a path: {@code ChangeSets}, {@code ChangeSets.Run}. */
    public static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    public static boolean isHandle(Class<?> type) {
        return type.isInterface() && AutoCloseable.class.isAssignableFrom(type);
    }

    public static AgentException unknown(String why) {
        return new AgentException(
                AgentException.Kind.INTERNAL,
                "remote-unknown",
                "A call between two processes cannot be understood: " + why + ".",
                "Run the same version of the product everywhere.");
    }
}
