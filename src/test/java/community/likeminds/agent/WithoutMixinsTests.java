package community.likeminds.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.JacksonMixinModuleEntries;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** JSON works without looking for mixins, and there are none. */
class WithoutMixinsTests {

    @Test
    void springBootsOwnSearchFindsNone() {
        List<Class<?>> found = new ArrayList<>();
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.refresh();
            JacksonMixinModuleEntries.scan(context, List.of(Application.class.getPackageName()))
                    .doWithEntry(null, (type, mixin) -> found.add(mixin));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void springBootsOwnSearchIsReplaced() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
                .withUserConfiguration(WithoutMixins.class)
                .run(context -> {
                    assertThat(context.getBeanFactory().getBeanDefinition(WithoutMixins.ENTRIES).getFactoryMethodName()).isNull();
                    assertThat(context).hasSingleBean(JacksonMixinModuleEntries.class);
                    assertThat(context.getBean(JsonMapper.class).writeValueAsString(new int[] {1})).isEqualTo("[1]");
                });
    }
}
