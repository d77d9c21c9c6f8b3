package community.likeminds.agent.processors.docs.formats.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.formats.PageFormats;
import community.likeminds.agent.processors.docs.formats.RawPage;
import community.likeminds.agent.processors.docs.formats.UnreadablePageException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OpenApiPagesTest {

    private static final String PETS = """
            openapi: 3.1.0
            info:
              title: Orbit API
              description: |
                Talks to *Orbit*.

                # Basics
                Use a key.
            servers:
              - url: https://api.orbit.example/v1/
            tags:
              - name: Moons
                description: What circles.
            paths:
              /moons/{id}:
                parameters:
                  - $ref: '#/components/parameters/Id'
                get:
                  tags: [Moons]
                  summary: Get a moon
                  operationId: getMoon
                  responses:
                    '200':
                      description: Found
                      content:
                        application/json:
                          schema: { $ref: '#/components/schemas/Moon' }
                    '404':
                      description: Not | there
              /moons:
                post:
                  tags: [Moons]
                  summary: Add a moon
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          $ref: '#/components/schemas/Moon'
                  responses:
                    '201': { description: Made }
              /health:
                get:
                  responses: { '200': { description: Fine } }
            components:
              parameters:
                Id: { name: id, in: path, required: true, schema: { type: string }, description: The moon's id }
              schemas:
                Moon:
                  type: object
                  required: [name]
                  properties:
                    name: { type: string, description: What it is called, example: Io }
                    phase: { enum: [new, full] }
                    parent: { $ref: '#/components/schemas/Moon' }
                    seen: { type: array, items: { type: string, format: date-time } }
            """;

    private static List<Page> read(String path, String text) {
        try {
            return PageFormats.read(new RawPage("orbit", path, text.getBytes(StandardCharsets.UTF_8), "", ""));
        } catch (UnreadablePageException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Block block(Page page, Block.Kind kind, String text) {
        return page.blocks().stream().filter(one -> one.kind() == kind && one.text().contains(text)).findFirst().orElseThrow();
    }

    @Test
    void makesAPageOfEachTagAndOneOfTheSchemas() {
        List<Page> pages = read("api/openapi.yaml", PETS);
        assertThat(pages).extracting(Page::path).containsExactly("api/openapi.yaml#tag/moons", "api/openapi.yaml", "api/openapi.yaml#schemas");
        assertThat(pages).extracting(Page::title).containsExactly("Orbit API: Moons", "Orbit API", "Orbit API: schemas");
        Page moons = pages.getFirst();
        assertThat(moons.blocks()).filteredOn(one -> one.kind() == Block.Kind.HEADING && one.level() == 2).extracting(Block::text)
                .containsExactly("GET /moons/{id} — Get a moon", "POST /moons — Add a moon");
        assertThat(block(moons, Block.Kind.PROSE, "Talks to").lines().start()).isEqualTo(5);
        assertThat(block(moons, Block.Kind.PROSE, "Use a key").lines().end()).isEqualTo(8);
        assertThat(block(moons, Block.Kind.HEADING, "GET /moons/{id}").lines().start()).isEqualTo(18);
        assertThat(block(moons, Block.Kind.TABLE, "The moon's id").text()).contains("`id` | path | string | yes | The moon's id");
        assertThat(block(moons, Block.Kind.TABLE, "404").text()).contains("200 | Moon | Found").contains("404 |  | Not | there");
        assertThat(block(moons, Block.Kind.CODE, "-d '").text()).startsWith("curl -X POST 'https://api.orbit.example/v1/moons'")
                .contains("\"name\" : \"Io\"").contains("\"phase\" : \"new\"").contains("2025-01-31T12:00:00Z");
        Page schemas = pages.getLast();
        assertThat(block(schemas, Block.Kind.TABLE, "What it is called").text())
                .contains("`name` | string | yes | What it is called", "`phase` | \"new\" | \"full\" | no", "`parent` | Moon | no", "`seen` | string (date-time)[]");
        long lines = PETS.lines().count();
        assertThat(pages).allSatisfy(page -> assertThat(page.blocks()).allMatch(one -> one.lines().end() <= lines));
    }

    @Test
    void onlyTheChangedPartIsANewPage() {
        List<Page> before = read("a.yaml", PETS);
        List<Page> after = read("a.yaml", PETS.replace("What it is called", "Its only name"));
        assertThat(after.get(1).contentHash()).isEqualTo(before.get(1).contentHash());
        assertThat(after.get(2).contentHash()).isNotEqualTo(before.get(2).contentHash());
    }

    @Test
    void readsSwaggerAsJson() {
        Page page = read("swagger.json", """
                {"swagger": "2.0",\t"info": {"title": "Old"}, "host": "old.example", "basePath": "/api", "schemes": ["http"],
                 "paths": {"/a": {"put": {"parameters": [{"in": "body", "name": "b", "schema": {"$ref": "#/definitions/B"}},
                   {"in": "query", "name": "q", "type": "integer", "required": true}],
                   "responses": {"200": {"description": "ok", "schema": {"type": "array", "items": {"$ref": "#/definitions/B"}}}}}}},
                 "definitions": {"B": {"properties": {"x": {"type": "boolean"}}}}}
                """).getFirst();
        assertThat(block(page, Block.Kind.CODE, "curl").text()).startsWith("curl -X PUT 'http://old.example/api/a?q={q}' \\").contains("\"x\" : true");
        assertThat(block(page, Block.Kind.TABLE, "integer").text()).contains("`q` | query | integer | yes");
        assertThat(block(page, Block.Kind.TABLE, "ok").text()).contains("200 | B[] | ok");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void survivesCyclesAndTraps() {
        StringBuilder wide = new StringBuilder("openapi: 3.0.0\npaths: {/a: {get: {responses: {'200': {description: x, content: {a/b: {schema: {$ref: '#/components/schemas/S0'}}}}}}}}\n"
                + "components:\n  schemas:\n    L: {$ref: '#/components/schemas/L'}\n");
        for (int i = 0; i < 60; i++) {
            wide.append("    S").append(i).append(": {properties: {");
            for (int k = 0; k < 20; k++) {
                wide.append(k == 0 ? "" : ", ").append("p").append(k).append(": {$ref: '#/components/schemas/S").append((i + k) % 60).append("'}");
            }
            wide.append("}}\n");
        }
        assertThat(read("a.yaml", wide.toString())).hasSize(2);
        assertUnreadable("openapi: 3.0.0\na: &a [x,x]\nb: &b [*a,*a]\npaths: " + "[".repeat(5000));
        assertUnreadable("openapi: 3.0.0\n");
        assertUnreadable("a: b\n");
    }

    @Test
    void aListOfTypesMayBeEmpty() {
        assertThat(read("a.yaml", "openapi: 3.1.0\npaths: {/a: {post: {requestBody: {content: {a/b: {schema: {type: []}}}}}}}\n")).hasSize(1);
    }

    /** Aliases that stand for each other many times over, in examples and in types. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatStandsForItselfManyTimesIsCut() {
        StringBuilder text = new StringBuilder("openapi: 3.0.0\n");
        for (String kind : new String[] {"e", "t"}) {
            for (int level = 0; level < 11; level++) {
                String parts = level == 0 ? "" : String.join(", ", Collections.nCopies(8, "*" + kind + (level - 1)));
                text.append("x-").append(kind).append(level).append(": &").append(kind).append(level)
                        .append(level == 0 ? " {type: string}" : kind.equals("e") ? " [" + parts + "]" : " {oneOf: [" + parts + "]}").append('\n');
            }
        }
        text.append("paths:\n");
        for (int i = 0; i < 100; i++) {
            text.append("  /a").append(i).append(": {post: {requestBody: {content: {a/b: {example: *e10, schema: {properties: {p: *t10}}}}}}}\n");
        }
        assertThat(read("a.yaml", text.toString())).hasSize(1);
    }

    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatWritesOutToTooMuchIsRefused() {
        StringBuilder text = new StringBuilder("openapi: 3.0.0\nx-long: &long '" + "word ".repeat(20_000) + "'\npaths:\n");
        for (int i = 0; i < 2000; i++) {
            text.append("  /a").append(i).append(": {get: {responses: {'200': {$ref: '#/components/responses/R'}}}}\n");
        }
        text.append("components:\n  responses:\n    R: {content: {a/b: {schema: {properties: {");
        for (int i = 0; i < 150; i++) {
            text.append(i == 0 ? "" : ", ").append('p').append(i).append(": {description: *long}");
        }
        text.append("}}}}}\n");
        assertThatThrownBy(() -> PageFormats.read(new RawPage("s", "a.yaml", text.toString().getBytes(StandardCharsets.UTF_8), "", "")))
                .isInstanceOf(UnreadablePageException.class).hasMessageContaining("divide it").hasMessageEndingWith(".");
    }

    private static void assertUnreadable(String text) {
        assertThatThrownBy(() -> PageFormats.read(new RawPage("s", "a.yaml", text.getBytes(StandardCharsets.UTF_8), "", "")))
                .isInstanceOf(UnreadablePageException.class).hasMessageEndingWith(".");
    }
}
