package community.likeminds.agent;

import community.likeminds.agent.cli.LikemindsCli;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The one artifact: starts as a command line, which starts the application when a command needs it. */
@SpringBootApplication(proxyBeanMethods = false)
@Modulithic(systemName = "LikeMinds Integration Agent", sharedModules = "shared")
public class Application {

    public static void main(String[] arguments) {
        System.exit(LikemindsCli.run(arguments, new SpringStarter()));
    }
}
