package community.likeminds.agent.agents.documentation.review;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.documentation.Review.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which imports of Java and Kotlin are compared with which published types. */
class ClassCheckTest {

    @TempDir
    Path folder;

    private ReviewFixture docs;

    @BeforeEach
    void published() {
        docs = new ReviewFixture(folder.resolve("docs")).published("dev.kettle:kettle-core")
                .types("dev.kettle+kettle-core", "dev/kettle/Kettle.html", "")
                .types("dev.kettle+kettle-core", "dev/kettle/Kettle.Builder.html", "")
                .types("dev.kettle+kettle-core", "dev/kettle/Lid.html", "")
                .types("dev.kettle+kettle-core", "kettle.core/dev/kettle/heat/Burner.html", "")
                .types("dev.kettle+kettle-core", "src/Taps.kt", "package dev.kettle\n\ndata class Tap(val a: Int)\ninternal object Spout\n")
                .page("install.md", "# Install\n\n```groovy\nimplementation 'dev.kettle:kettle-core:1.0.0'\n```\n");
    }

    private List<Finding> missing(String page, String code) {
        docs.page(page, "# Use\n\n```java\n" + code + "\n```\n");
        return docs.review().findings().stream().filter(one -> one.code().equals("symbol-missing")).toList();
    }

    @Test
    void aTypeThatThePackageDoesNotHaveIsReportedWithWhereItIs() {
        assertThat(missing("use.md", "import dev.kettle.Kettle;\nimport dev.kettle.Kettel;\nimport dev.kettle.Burner;\n\nclass A {}")).satisfiesExactly(
                one -> {
                    assertThat(ReviewFixture.place(one)).isEqualTo("symbol-missing use.md:5");
                    assertThat(one.candidates()).containsExactly("dev.kettle.Kettle");
                },
                one -> {
                    assertThat(ReviewFixture.place(one)).isEqualTo("symbol-missing use.md:6");
                    assertThat(one.candidates()).contains("dev.kettle.heat.Burner");
                });
    }

    @Test
    void whatIsPublishedOrOfOtherPackagesIsNot() {
        assertThat(missing("use.md", "import dev.kettle.Kettle.Builder;\nimport static dev.kettle.Kettle.of;\nimport dev.kettle.Tap;\nimport dev.kettle.heat.Stove;\n"
                + "import dev.other.Thing;\nimport dev.kettle.*;\nimport com.example.App;\n")).isEmpty();
        assertThat(missing("migrating-to-2.md", "import dev.kettle.Former;\n")).isEmpty();
    }
}
