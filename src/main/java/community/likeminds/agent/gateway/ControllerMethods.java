package community.likeminds.agent.gateway;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * One method of a controller that serves a route. Every process has the classes of all roles, so those of an absent role are read as they
 * stand, without beans of them, and no route is written down twice.
 */
public record ControllerMethods(Class<?> controller, Method method, RequestMappingInfo info) {

    /** Those of all controllers below a package, sorted by names. */
    public static List<ControllerMethods> below(String basePackage) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        // Public controllers live in sub-packages of this name; looking into nothing else saves a thousand classes.
        scanner.setResourcePattern(basePackage.endsWith(".api") ? "**/*.class" : "**/{part:api|description}/**/*.class");
        Reader reader = new Reader();
        List<ControllerMethods> found = new ArrayList<>();
        scanner.findCandidateComponents(basePackage).forEach(candidate -> {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(candidate.getBeanClassName()), ControllerMethods.class.getClassLoader());
            reader.methods(type).forEach((method, info) -> found.add(new ControllerMethods(type, method, info)));
        });
        found.sort(Comparator.comparing((ControllerMethods one) -> one.controller().getName()).thenComparing(one -> one.method().getName()));
        return List.copyOf(found);
    }

    /** What the framework reads off annotations, without being part of its dispatching. */
    private static final class Reader extends RequestMappingHandlerMapping {

        Map<Method, RequestMappingInfo> methods(Class<?> type) {
            return MethodIntrospector.selectMethods(
                    type, (MethodIntrospector.MetadataLookup<RequestMappingInfo>) method -> getMappingForMethod(method, type));
        }
    }
}
