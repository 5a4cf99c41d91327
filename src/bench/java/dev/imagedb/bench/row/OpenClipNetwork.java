package dev.imagedb.bench.row;

import dev.imagedb.bench.Contender;
import dev.imagedb.bench.Figure;
import dev.imagedb.bench.Setting;
import dev.imagedb.bench.Skip;
import dev.imagedb.bench.child.Python;
import dev.imagedb.embed.openclip.ImageTowerAlone;
import dev.imagedb.embed.openclip.RandomCheckpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// OpenCLIP's own image tower, in a Python that waits between its turns.
final class OpenClipNetwork implements Contender {
  static final String FP32 = "open_clip, fp32";
  static final String BEST = "open_clip, its best";

  private final Setting setting;
  private final Duration turn;
  private Python.@Nullable Conversation python;

  OpenClipNetwork(Setting setting, Duration turn) {
    this.setting = setting;
    this.turn = turn;
  }

  @Override
  public String name() {
    return "open_clip";
  }

  @Override
  public List<Figure> measure() throws IOException, Skip {
    Python.Conversation there = python;
    if (there == null) {
      there = start();
      python = there;
    }
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure(FP32, ask(there, "fp32")));
    figures.add(new Figure(BEST, ask(there, "best")));
    return figures;
  }

  private Python.Conversation start() throws IOException, Skip {
    return setting
        .python()
        .converse(
            "network.py",
            RandomCheckpoint.folder().toString(),
            Integer.toString(ImageTowerAlone.BATCH));
  }

  private double ask(Python.Conversation there, String variant) throws IOException {
    return Double.parseDouble(there.ask(variant + " " + turn.toSeconds()));
  }

  @Override
  public void close() throws IOException {
    if (python != null) {
      python.close();
    }
  }
}
