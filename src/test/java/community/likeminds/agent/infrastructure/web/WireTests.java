package community.likeminds.agent.infrastructure.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What clients send that do not keep to the protocol, byte by byte over real connections. */
class WireTests {

    private static ConfigurableApplicationContext context;

    @ComponentScan(basePackageClasses = WebConfiguration.class)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class
    })
    static class Server {

        @Bean
        Object echo() {
            @RestController
            class Echo {

                @PostMapping("/api/v1/echo")
                String echo(@RequestBody String body) {
                    return body;
                }
            }
            return new Echo();
        }
    }

    @BeforeAll
    static void start() {
        context = new SpringApplicationBuilder(Server.class)
                .web(WebApplicationType.SERVLET)
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--spring.threads.virtual.enabled=true",
                        "--likeminds.web.max-body-bytes=2000",
                        "--likeminds.web.max-head-time=2s",
                        "--likeminds.web.max-body-time=1500ms",
                        "--likeminds.web.max-silence=700ms");
    }

    @AfterAll
    static void stop() {
        if (context != null) {
            context.close();
        }
    }

    @Test
    void aWellFormedRequestIsAnswered() throws Exception {
        assertThat(send("POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi")).startsWith("HTTP/1.1 200").endsWith("hi");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Content-Length: 2\r\nContent-Length: 3\r\n",
        "Content-Length: 2, 3\r\n",
        "Content-Length: -1\r\n",
        "Content-Length: 2\r\nTransfer-Encoding : chunked\r\n",
        "Transfer-Encoding: chunked, identity\r\n",
        "Content-Length: 2\r\nX-A: b\u0000c\r\n",
        "Content-Length: 2\r\nX-A: b\rc\r\n",
        "Content-Length: 2\r\nHost: other\r\n",
        "Content-Length: 2\r\nX A: b\r\n",
    })
    void headersThatCanBeReadInTwoWaysEndTheConnection(String headers) throws Exception {
        String answer = send("POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\nhiGET /api/v1/hidden HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 (400|501).*").contains("Connection: close");
        assertThat(answer.split("HTTP/1.1 ", -1)).as("nothing of the body is taken for a request").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "GET /api/v1/none%2fmore HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /api/v1/{none} HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /api/v1/none HTTP/1.1\r\nHost: a b\r\n\r\n",
        "GET /api/v1/none HTTP/1.1\r\nHost: localhost\r\nX-A: b\u0000c\r\n\r\n",
        "GET /api/v1/none HTTP/1.1\r\n\r\n",
        "GET /api/v1/none HTTP/9.9\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "TRACE /api/v1/none HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    })
    void whatIsRefusedBeforeItIsARequestIsAProblemToo(String request) throws Exception {
        assertThat(send(request)).matches("(?s)HTTP/1.1 (400|405|505).*").contains("Content-Type: application/problem+json", "\"remedy\":").doesNotContain("<html");
    }

    @Test
    void moreTrailersThanAreReadAreRefused() throws Exception {
        String trailers = java.util.stream.IntStream.range(0, 200).mapToObj(n -> "X-" + n + ": a\r\n").collect(java.util.stream.Collectors.joining());
        assertThat(send("POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n" + trailers + "\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("\"code\":\"body-unreadable\"");
    }

    @Test
    void anAcceptThatCannotBeReadIsToldSo() throws Exception {
        assertThat(send("POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nAccept: ///\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi"))
                .startsWith("HTTP/1.1 406")
                .contains("\"code\":\"not-acceptable\"");
    }

    @Test
    void thePageOfErrorsIsNothingToAskFor() throws Exception {
        assertThat(send("GET /error HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 404").contains("\"code\":\"route-unknown\"");
    }

    @Test
    void aLengthBesideChunksIsNotBelieved() throws Exception {
        String answer = send("POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                + "GET /api/v1/hidden HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(answer.split("HTTP/1.1 ", -1)).as("the connection ends with the answer").hasSize(2);
        assertThat(answer).contains("Connection: close");
    }

    @Test
    void aClientThatFallsSilentWithinItsHeadIsDropped() throws Exception {
        assertThat(send("POST /api/v1/echo HTTP/1.1\r\nHost: loc")).isEmpty();
    }

    @Test
    void aClientThatFallsSilentWithinItsBodyIsToldSo() throws Exception {
        assertThat(send("POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\nContent-Type: text/plain\r\n\r\nhi"))
                .startsWith("HTTP/1.1 408")
                .contains("\"code\":\"body-too-slow\"");
    }

    @Test
    void aHeadThatDripsEndsAtItsTimeLimitAlsoOnAKeptConnection() throws Exception {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write("POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nhi".getBytes(StandardCharsets.US_ASCII));
            String dripping = "GET /api/v1/none HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-A: " + "a".repeat(1000) + "\r\n\r\n";
            Thread.ofVirtual().start(() -> send(socket, Duration.ofMillis(10), dripping.split("")));
            assertThat(read(socket)).startsWith("HTTP/1.1 200").endsWith("hi");
        }
    }

    @Test
    void headsThatAreSlowButInTimeAreAnsweredHoweverLongAllOfThemTake() throws Exception {
        try (Socket socket = connect()) {
            String[] parts = "GET /api/v1/none HTTP/1.1\r\n|Host: localhost\r\n\r\n|".repeat(6).split("\\|");
            parts[parts.length - 1] = "Host: localhost\r\nConnection: close\r\n\r\n";
            Thread.ofVirtual().start(() -> send(socket, Duration.ofMillis(300), parts));
            assertThat(read(socket).split("HTTP/1.1 404", -1)).as("what stands around six answers").hasSize(7);
        }
    }

    private static void send(Socket socket, Duration pause, String... parts) {
        try {
            OutputStream out = socket.getOutputStream();
            for (String part : parts) {
                out.write(part.getBytes(StandardCharsets.US_ASCII));
                out.flush();
                Thread.sleep(pause);
            }
        } catch (IOException | InterruptedException ended) {
            // The server has had enough, which is what is looked for.
        }
    }

    @Test
    void aBodyThatDripsEndsAtItsTimeLimit() throws Exception {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write("POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\nContent-Type: text/plain\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Thread.ofVirtual().start(() -> send(socket, Duration.ofMillis(50), "x".repeat(1000).split("")));
            assertThat(read(socket)).startsWith("HTTP/1.1 408").contains("\"code\":\"body-too-slow\"");
        }
    }

    @Test
    void compressedBodiesAreRefused() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
            zip.write(new byte[1_000_000]);
        }
        assertThat(send("POST /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.size() + "\r\nConnection: close\r\n\r\n"
                        + bomb.toString(StandardCharsets.ISO_8859_1)))
                .startsWith("HTTP/1.1 415")
                .contains("\"code\":\"encoding-unsupported\"");
    }

    @Test
    void aHeadBeyondTheLimitIsRefused() throws Exception {
        assertThat(send("GET /api/v1/echo HTTP/1.1\r\nHost: localhost\r\nX-A: " + "a".repeat(100_000) + "\r\n\r\n")).matches("(?s)HTTP/1.1 (400|431).*");
    }

    private static String send(String bytes) throws IOException {
        try (Socket socket = connect()) {
            try {
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            } catch (SocketException refused) {
                // The server may have seen enough before everything is sent; what it said is still there.
            }
            return read(socket);
        }
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "")));
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static String read(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] part = new byte[4096];
        try {
            for (int count = socket.getInputStream().read(part); count >= 0; count = socket.getInputStream().read(part)) {
                answer.write(part, 0, count);
            }
        } catch (SocketException reset) {
            // Ended by the server while there was more to read of the client's; what it said stands.
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }
}
