package community.likeminds.agent.project.analysis;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import community.likeminds.agent.project.environment.Commands;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Serves a folder of built files on a free port of the loopback interface. */
final class StaticPreview implements Commands.Preview {

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);

    StaticPreview(Path folder) {
        this.server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                folder.toAbsolutePath().normalize(),
                SimpleFileServer.OutputLevel.NONE);
        server.start();
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public boolean alive() {
        return closed.getCount() > 0;
    }

    @Override
    public String output() {
        return "";
    }

    @Override
    public void await() throws InterruptedException {
        closed.await();
    }

    @Override
    public void close() {
        server.stop(0);
        closed.countDown();
    }
}
