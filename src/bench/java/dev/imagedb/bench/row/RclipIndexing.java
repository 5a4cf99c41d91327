package dev.imagedb.bench.row;

import dev.imagedb.bench.Contender;
import dev.imagedb.bench.Figure;
import dev.imagedb.bench.Setting;
import dev.imagedb.bench.Skip;
import dev.imagedb.bench.child.Rclip;
import dev.imagedb.bench.input.Library;
import dev.imagedb.bench.input.Made;
import dev.imagedb.embed.openclip.RandomCheckpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// rclip over a folder that it does not know yet. Its pictures are of 256 pixels, so that its
/// network has a third more to do.
record RclipIndexing(Setting setting, Library library) implements Contender {
  static final String LABEL = "rclip";

  @Override
  public String name() {
    return LABEL;
  }

  @Override
  public List<Figure> measure() throws IOException, InterruptedException, Skip {
    Rclip rclip = Rclip.at(setting.rclip());
    double seconds = rclip.index(library.folder(), data()).seconds();
    return List.of(new Figure(LABEL, library.files().size() / seconds));
  }

  private Path data() throws IOException, InterruptedException, Skip {
    var python = setting.python();
    return Made.once(
        "rclip",
        folder ->
            python.run("rclip_model.py", RandomCheckpoint.folder().toString(), folder.toString()));
  }
}
