package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.docs.Coordinates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says in which of a Gradle build's configurations what a guide declares belongs: the guide's own, as far as this build has them. */
final class GradleConfigurations {

    private static final Pattern PROCESSOR = Pattern.compile("(?i)\\w*(?:annotationProcessor|kapt|ksp)\\w*");
    private static final Pattern TEST = Pattern.compile("test(?!And).*|androidTest.*|\\w+Test");
    private static final Pattern OF_ANDROID = Pattern.compile("(?:androidTest|debug|release)(\\w+)|kaptAndroidTest");

    private final boolean android;
    private final boolean kotlin;
    private final String build;

    /** @param build the build file's text */
    GradleConfigurations(ProjectProfile project, String build) {
        this.android = project.framework().equals("android");
        this.kotlin = project.language().equals("kotlin");
        this.build = build;
    }

    static boolean processor(String configuration) {
        return PROCESSOR.matcher(configuration).matches();
    }

    static boolean test(String configuration) {
        return TEST.matcher(configuration).matches();
    }

    /** The configurations, in the guide's order; empty where it is only for an annotation processor of a kind that this build does not run. */
    List<String> of(List<Coordinates> declared) {
        List<String> plain = new ArrayList<>();
        List<String> processors = new ArrayList<>();
        declared.stream().map(this::configuration).distinct().forEach(one -> (processor(one) ? processors : plain).add(one));
        if (plain.contains("implementation")) {
            plain.removeIf(GradleConfigurations::test);
        }
        return Stream.concat(plain.stream(), processors(processors).stream()).distinct().toList();
    }

    private String configuration(Coordinates one) {
        String written = one.configuration();
        if (written.isEmpty()) {
            return switch (one.scope()) {
                case "test" -> "testImplementation";
                case "provided" -> "compileOnly";
                case "runtime" -> "runtimeOnly";
                case Coordinates.PROCESSOR -> "annotationProcessor";
                default -> "implementation";
            };
        }
        if (written.equals("api") || written.equals("compile")) {
            return "implementation";
        }
        if (android || !OF_ANDROID.matcher(written).matches()) {
            return written;
        }
        String bare = written.replaceFirst("^(?:androidTest|debug|release)", "");
        return written.startsWith("androidTest") ? "test" + bare : written.equals("kaptAndroidTest") ? "kaptTest" : bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
    }

    /** Guides show the same processor for Java, kapt and KSP; a build runs one of them. */
    private List<String> processors(List<String> shown) {
        if (applied("ksp") && shown.stream().anyMatch(one -> of(one, "ksp"))) {
            return shown.stream().filter(one -> of(one, "ksp")).toList();
        }
        if (applied("kapt")) {
            return shown.stream().filter(one -> !of(one, "ksp")).map(one -> one.replace("testAnnotationProcessor", "kaptTest").replace("annotationProcessor", "kapt")).distinct().toList();
        }
        if (kotlin) {
            return List.of();
        }
        return shown.stream().filter(one -> !of(one, "ksp")).map(one -> one.equals("kaptTest") ? "testAnnotationProcessor" : one.equals("kapt") ? "annotationProcessor" : one).distinct().toList();
    }

    private static boolean of(String configuration, String processor) {
        return configuration.toLowerCase(Locale.ROOT).contains(processor);
    }

    private boolean applied(String plugin) {
        return Pattern.compile("\\b" + plugin + "\\b").matcher(build).find();
    }
}
