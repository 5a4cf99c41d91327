package dev.imagedb.metadata;

import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Reading what a camera and an editor wrote into a JPEG: EXIF, IPTC and XMP.
///
/// Run with `mvn -q -Pbench test-compile exec:exec -Dbenchmark=MetadataReaderBenchmark`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MetadataReaderBenchmark {
  private static final int IPTC_APPLICATION = 2;
  private static final int IPTC_KEYWORD = 25;

  private final MetadataReader reader = new MetadataReader();
  private final byte[] jpeg = Pictures.jpeg(CameraExif.segment("at the harbour"), iptc(), xmp());

  private static byte[] iptc() {
    return Pictures.iptcSegment(
        Pictures.iptc(IPTC_APPLICATION, IPTC_KEYWORD, Pictures.ascii("harbour")));
  }

  private static byte[] xmp() {
    return Pictures.xmpSegment(Pictures.xmp("<xmp:Rating>4</xmp:Rating>"));
  }

  @Benchmark
  public Metadata read() {
    return reader.read(jpeg, ImageFormat.JPEG);
  }
}
