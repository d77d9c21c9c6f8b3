package community.likeminds.agent.processors.code;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.code.StructuralEdits.Edit;
import community.likeminds.agent.processors.code.StructuralEdits.MergeRequest;
import community.likeminds.agent.processors.code.StructuralEdits.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameworkModuleMergeTest {

    private final StructuralEdits edits = new TextStructuralEdits();

    private Edit merge(String path, String target, String snippet) {
        return edits.merge(new MergeRequest(path, target, snippet, "ts", Mode.SETUP, List.of("@acme/kit"), List.of()));
    }

    private void gives(String path, String target, String snippet, String expected) {
        Edit edit = merge(path, target, snippet);
        assertThat(edit.conflict()).isNull();
        assertThat(edit.text()).isEqualTo(expected);
        assertThat(merge(path, edit.text(), snippet).text()).as("twice").isEqualTo(expected);
    }

    @Test
    void aModulesImportsAndProvidersAreJoined() {
        gives("src/app.module.ts", """
                import { Module } from '@nestjs/common';
                import { ConfigModule } from '@nestjs/config';
                import { AppController } from './app.controller';

                @Module({
                  imports: [ConfigModule.forRoot()],
                  controllers: [AppController],
                  providers: [],
                })
                export class AppModule {}
                """, """
                import { Module } from '@nestjs/common';
                import { APP_GUARD } from '@nestjs/core';
                import { KitGuard, KitModule } from '@acme/kit';
                import { CatsController } from './cats.controller';

                @Module({
                  imports: [KitModule.forRoot({ sample: 1 }), UsersModule],
                  controllers: [CatsController],
                  providers: [{ provide: APP_GUARD, useClass: KitGuard }],
                })
                export class AppModule {}
                """, """
                import { KitGuard, KitModule } from '@acme/kit';
                import { Module } from '@nestjs/common';
                import { ConfigModule } from '@nestjs/config';
                import { APP_GUARD } from '@nestjs/core';
                import { AppController } from './app.controller';

                @Module({
                  imports: [ConfigModule.forRoot(), KitModule.forRoot({ sample: 1 })],
                  controllers: [AppController],
                  providers: [{ provide: APP_GUARD, useClass: KitGuard }],
                })
                export class AppModule {}
                """);
    }

    @Test
    void aGlobalInterceptorIsRegisteredBeforeTheApplicationListens() {
        gives("src/main.ts", """
                import { NestFactory } from '@nestjs/core';
                import { AppModule } from './app.module';

                async function bootstrap() {
                  const app = await NestFactory.create(AppModule);
                  await app.listen(process.env.PORT ?? 3000);
                }
                bootstrap();
                """, """
                import { NestFactory } from '@nestjs/core';
                import { KitInterceptor } from '@acme/kit';
                import { AppModule } from './app.module';

                async function bootstrap() {
                  const app = await NestFactory.create(AppModule);
                  app.useGlobalInterceptors(new KitInterceptor());
                  await app.listen(3000);
                }
                bootstrap();
                """, """
                import { NestFactory } from '@nestjs/core';
                import { KitInterceptor } from '@acme/kit';
                import { AppModule } from './app.module';

                async function bootstrap() {
                  const app = await NestFactory.create(AppModule);
                  app.useGlobalInterceptors(new KitInterceptor());
                  await app.listen(process.env.PORT ?? 3000);
                }
                bootstrap();
                """);
    }

    private static final String ROOT = """
            import { Outlet } from "react-router";
            import styles from "./app.css?url";

            export const links = () => [{ rel: "stylesheet", href: styles }];

            export default function App() {
              return <Outlet />;
            }
            """;

    @Test
    void aRootModuleGetsTheLinksAndTheLoader() {
        gives("app/root.tsx", ROOT, """
                import { Outlet } from "react-router";
                import { kitLoader } from "@acme/kit";
                import kitStyles from "@acme/kit/styles.css?url";

                export const links = () => [{ rel: "stylesheet", href: kitStyles }];

                export const loader = kitLoader;

                export default function App() {
                  return <Outlet />;
                }
                """, """
                import { Outlet } from "react-router";
                import { kitLoader } from "@acme/kit";
                import kitStyles from "@acme/kit/styles.css?url";
                import styles from "./app.css?url";

                export const loader = kitLoader;

                export const links = () => [{ rel: "stylesheet", href: styles }, { rel: "stylesheet", href: kitStyles }];

                export default function App() {
                  return <Outlet />;
                }
                """);
    }

    @Test
    void aLoaderOfTheProjectsOwnIsAConflict() {
        String target = ROOT.replace("export default", "export const loader = () => null;\n\nexport default");
        Edit edit = merge("app/root.tsx", target, """
                import { kitLoader } from "@acme/kit";

                export const loader = kitLoader;
                """);

        assertThat(edit.text()).isEqualTo(target);
        assertThat(edit.conflict()).contains("`loader`");
    }

    @Test
    void aHookRunsBeforeTheProjectsOwn() {
        gives("src/hooks.server.ts", """
                import type { Handle } from '@sveltejs/kit';

                export const handle: Handle = async ({ event, resolve }) => resolve(event);
                """, """
                import { sequence } from '@sveltejs/kit/hooks';
                import { kitHandle } from '@acme/kit';

                export const handle = sequence(kitHandle());
                """, """
                import type { Handle } from '@sveltejs/kit';
                import { sequence } from '@sveltejs/kit/hooks';
                import { kitHandle } from '@acme/kit';

                export const handle: Handle = sequence(kitHandle(), async ({ event, resolve }) => resolve(event));
                """);
    }
}
