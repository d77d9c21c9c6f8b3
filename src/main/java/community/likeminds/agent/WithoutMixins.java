package community.likeminds.agent;

import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.jackson.JacksonMixinModuleEntries;
import org.springframework.stereotype.Component;

/** No class here is a mixin for JSON; Spring Boot would read every one at each start to find that out. */
@Component
final class WithoutMixins implements BeanDefinitionRegistryPostProcessor {

    static final String ENTRIES = "jacksonMixinModuleEntries";

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        if (registry.containsBeanDefinition(ENTRIES)) {
            registry.removeBeanDefinition(ENTRIES);
            registry.registerBeanDefinition(
                    ENTRIES,
                    BeanDefinitionBuilder.genericBeanDefinition(
                                    JacksonMixinModuleEntries.class, () -> JacksonMixinModuleEntries.create(entries -> {}))
                            .getBeanDefinition());
        }
    }
}
