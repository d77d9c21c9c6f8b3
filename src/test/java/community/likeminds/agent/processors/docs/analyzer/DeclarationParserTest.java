package community.likeminds.agent.processors.docs.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.LineRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclarationParserTest {

    @Test
    void everyDeclarationIsASection() {
        List<Block> blocks = DeclarationParser.parse("""
                import { Base } from './base';
                /**
                 * A client of Orbit.
                 * @param key the key
                 */
                export declare class Client extends Base {
                    /** Starts "it". */
                    start(options: { retry: boolean }): Promise<void>; // } is no end
                }
                export type Mode = 'a'
                    | 'b';

                export interface Options {
                    mode: Mode;
                }
                export { Base };
                """.split("\n"));
        assertThat(blocks.stream().filter(block -> block.kind() == Block.Kind.HEADING).map(Block::text))
                .containsExactly("Client", "Mode", "Options");
        assertThat(blocks.get(1).text()).isEqualTo("A client of Orbit.\n@param key the key");
        assertThat(blocks.get(2).lines()).isEqualTo(new LineRange(6, 9));
        assertThat(blocks.get(2).headings()).containsExactly("Client");
        assertThat(blocks.get(4).lines()).isEqualTo(new LineRange(10, 11));
    }

    @Test
    void brokenFilesParse() {
        assertThat(DeclarationParser.parse("export class {{{\n/* open".split("\n"))).isEmpty();
        assertThat(DeclarationParser.parse("export declare const a: {\n(((".split("\n"))).hasSize(2);
    }
}
