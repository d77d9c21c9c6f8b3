package community.likeminds.agent.processors.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InstallsTests {

    @Test
    void readsEveryManagersSpelling() {
        var found = Installs.of("""
                $ npm install --save acme @acme/core@^2.1 # both are needed
                yarn add acme
                pnpm add -D acme-plugin && pnpm add other
                pip install acme
                """);
        assertThat(found).extracting(Installs.Package::manager, Installs.Package::name, Installs.Package::range, Installs.Package::dev)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("npm", "acme", "", false),
                        org.assertj.core.groups.Tuple.tuple("npm", "@acme/core", "^2.1", false),
                        org.assertj.core.groups.Tuple.tuple("yarn", "acme", "", false),
                        org.assertj.core.groups.Tuple.tuple("pnpm", "acme-plugin", "", true),
                        org.assertj.core.groups.Tuple.tuple("pnpm", "other", "", false),
                        org.assertj.core.groups.Tuple.tuple("pip", "acme", "", false));
    }

    @Test
    void readsRequirementsOfPython() {
        assertThat(Installs.of("pip install acme==2.1.0\npip install \"acme-sdk[fastapi]>=2,<3\" 'other~=1.4'\nuv add acme[all]\npoetry add acme@^2.0\n"))
                .extracting(one -> one.name() + " " + one.range())
                .containsExactly("acme ==2.1.0", "acme-sdk[fastapi] >=2,<3", "other ~=1.4", "acme[all] ", "acme ^2.0");
    }

    @Test
    void leavesOtherCommandsAlone() {
        assertThat(Installs.of("npm run build\nnpm install\nnpx acme init\ncurl x | sh\nnpm install ./local ../local https://x.example/y.tgz"
                + "\nnpm install acme@file:../x acme@npm:other@1 acme@github:someone/acme acme@someone/acme")).isEmpty();
    }

    @Test
    void recognisesScaffolding() {
        assertThat(Installs.CREATES.matcher("npm create vite@latest my-app -- --template react").find()).isTrue();
        assertThat(Installs.CREATES.matcher("npx create-next-app").find()).isTrue();
        assertThat(Installs.CREATES.matcher("npm install create-thing").find()).isFalse();
    }

    @Test
    void readsCoordinatesOfJvmBuilds() {
        assertThat(Coordinates.maven("<dependency>\n<groupId>g</groupId><artifactId>a</artifactId><version>1.X.X</version></dependency>"))
                .singleElement().satisfies(one -> assertThat(one.concrete()).isFalse());
        assertThat(Coordinates.gradle("implementation(\"g:a:1.2.3\")\ntestImplementation 'g:b:2'"))
                .extracting(Coordinates::name, Coordinates::version, Coordinates::scope)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("g:a", "1.2.3", ""), org.assertj.core.groups.Tuple.tuple("g:b", "2", "test"));
    }
}
