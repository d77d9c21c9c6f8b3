package community.likeminds.agent.project.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import community.likeminds.agent.project.environment.Commands;
import community.likeminds.agent.project.environment.CommandsFixture;
import community.likeminds.agent.shared.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookRungTests {

    private static final String CONSOLE = "[1:2:1122/100414.697408:INFO:CONSOLE:1] \"%s\", source: http://127.0.0.1:1/ (1)\n";

    @TempDir
    Path folder;

    @Test
    void aPageWithContentIsFine() {
        PageVerdict page = PageVerdict.of("[1:2:ERROR:dbus/bus.cc:405] noise\n" + CONSOLE.formatted("soft warning")
                + CONSOLE.formatted("Uncaught (in promise) TypeError: Failed to fetch")
                + "<!DOCTYPE html>\n<html><body><div id=\"root\"><h1>Hello</h1></div><script>x</script></body></html>");
        assertThat(page).isEqualTo(new PageVerdict(true, false, List.of()));
        assertThat(PageVerdict.of("<html><body><canvas></canvas></body></html>").blank()).isFalse();
    }

    @Test
    void blankPagesAndUncaughtErrorsAreSeen() {
        assertThat(PageVerdict.of("<html><body><noscript>On!</noscript><div id=\"root\"></div></body></html>").blank()).isTrue();
        assertThat(PageVerdict.of("<html><body><p>frame</p><div class=\"x\" id=\"app\"><!----></div></body></html>").blank()).isTrue();
        assertThat(PageVerdict.of("<html><body><script>x</script></body></html>").blank()).isTrue();
        assertThat(PageVerdict.of(CONSOLE.formatted("Uncaught TypeError: a is \"b\"")).errors())
                .containsExactly("Uncaught TypeError: a is \"b\"");
        assertThat(PageVerdict.of("no document").loaded()).isFalse();
    }

    @Test
    void withoutABrowserOrAPageItIsNotPossible() {
        ProjectFixture project = new ProjectFixture(folder).file("package.json", "{}");
        FakeCommands none = new FakeCommands(Set.of(), text -> FakeCommands.said(0, ""));
        FakeCommands browser = new FakeCommands(Set.of("chromium"), text -> FakeCommands.said(0, ""));
        assertThat(new LookRung(none).run(project.npm(), Progress.NONE).detail()).contains("no Chromium");
        assertThat(new LookRung(browser).run(project.npm(), Progress.NONE).detail()).contains("no page");
    }

    @Test
    void aBuiltPageIsServedAndJudgedByWhatTheBrowserPrints() {
        ProjectFixture project = new ProjectFixture(folder).file("dist/index.html", "<h1>Hello</h1>");
        FakeCommands browser = new FakeCommands(Set.of("chromium"), text ->
                FakeCommands.said(0, "<html><body><div id=\"root\"></div></body></html>"));
        Check check = new LookRung(browser).run(project.npm(), Progress.NONE);
        assertThat(check.detail()).isEqualTo("The page stays blank in the browser.");
        assertThat(browser.asked).singleElement().asString().contains("--dump-dom http://127.0.0.1:");
    }

    /** Where a browser is installed, the real one has to agree; where none is, that has to be said. */
    @Test
    void theRealBrowserSeesWhatAPersonWouldSee() {
        Commands commands = CommandsFixture.commands();
        boolean there = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
                .stream().anyMatch(name -> commands.find(name).isPresent());
        ProjectFixture project = new ProjectFixture(folder).file("dist/index.html",
                "<!doctype html><div id=\"root\"></div><script>document.getElementById('root').textContent = 'Hello'</script>");
        assertThat(new LookRung(commands).run(project.npm(), Progress.NONE).status())
                .isEqualTo(there ? Status.PASSED : Status.NOT_POSSIBLE);
        project.file("dist/index.html", "<!doctype html><h1>x</h1><script>boom()</script>");
        Check failed = new LookRung(commands).run(project.npm(), Progress.NONE);
        assertThat(failed.status()).isEqualTo(there ? Status.FAILED : Status.NOT_POSSIBLE);
        assertThat(failed.detail()).contains(there ? "boom is not defined" : "no Chromium");
    }
}
