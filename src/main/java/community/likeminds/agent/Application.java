package community.likeminds.agent;

import community.likeminds.agent.cli.LikemindsCli;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The one artifact: starts as a command line, which starts the application when a command needs it. */
@SpringBootApplication(
        proxyBeanMethods = false,
        excludeName = {
            // The gateway makes what it needs of it itself, and only where it is needed.
            "org.springframework.cloud.gateway.server.mvc.GatewayServerMvcAutoConfiguration",
            "org.springframework.cloud.gateway.server.mvc.GatewayMvcClassPathWarningAutoConfiguration",
            "org.springframework.cloud.gateway.server.mvc.config.DefaultFunctionConfiguration",
            "org.springframework.cloud.gateway.server.mvc.filter.FilterAutoConfiguration",
            "org.springframework.cloud.gateway.server.mvc.handler.GatewayMultipartAutoConfiguration",
            "org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctionAutoConfiguration",
            "org.springframework.cloud.gateway.server.mvc.predicate.PredicateAutoConfiguration"
        })
@Modulithic(systemName = "LikeMinds Integration Agent", sharedModules = "shared")
public class Application {

    public static void main(String[] arguments) {
        System.exit(LikemindsCli.run(arguments, new SpringStarter()));
    }
}
