package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.api.RunningServer.Client;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningServer.class)
class NoTraceTest {
  /// What a client calls its file; also what any trace of it would be called.
  private static final String NAME = "trace-4711";

  @Test
  void nothingOfAnUploadTouchesTheDisk(Client client) {
    byte[] png = new DrawingRenderer().png(ScriptedHand.draw(7));
    byte[] form = RunningServer.form("file", png);
    byte[] named =
        new String(form, StandardCharsets.ISO_8859_1)
            .replace("x.png", "../" + NAME + ".png")
            .getBytes(StandardCharsets.ISO_8859_1);
    Set<String> before = temporaryFiles();

    assertThat(client.postForm(named).status()).isEqualTo(200);
    assertThat(client.post("/predict", "image/png", png).status()).isEqualTo(200);
    assertThat(client.post("/predict", "image/png", new byte[12 << 20]).status()).isEqualTo(413);

    assertThat(temporaryFiles()).noneMatch(file -> file.contains(NAME));
    // Others on the machine write there too; what is ours is an upload's or a library's.
    assertThat(temporaryFiles())
        .filteredOn(file -> !before.contains(file))
        .noneMatch(file -> file.matches("(?i).*(upload|multipart|imageio|helidon|inkling).*"));
  }

  private static Set<String> temporaryFiles() {
    String[] names = new File(System.getProperty("java.io.tmpdir")).list();
    return new TreeSet<>(Arrays.asList(names));
  }
}
