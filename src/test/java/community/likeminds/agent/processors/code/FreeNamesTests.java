package community.likeminds.agent.processors.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FreeNamesTests {

    @Test
    void namesOfTypesThatAreQualifiedOrDeclaredAreNotMissing() {
        var parts = RealCode.documented().describe("""
                import { Board } from '@acme/board';
                interface Props { title: string }
                type Kind = 'a' | 'b';
                export function Shell<T>({ children, one, two, three }: { children: React.ReactNode; one: Props; two: Kind; three: T }) {
                  return <Board>{children}</Board>;
                }
                """, "tsx");
        assertThat(parts.missing()).doesNotContain("ReactNode", "Props", "Kind", "T");
    }
}
