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
  private static final int MAKE = 0x010F;
  private static final int MODEL = 0x0110;
  private static final int ISO = 0x8827;
  private static final int EXPOSURE_TIME = 0x829A;
  private static final int F_NUMBER = 0x829D;
  private static final int DATE_TIME_ORIGINAL = 0x9003;
  private static final int IPTC_APPLICATION = 2;
  private static final int IPTC_KEYWORD = 25;

  private final MetadataReader reader = new MetadataReader();
  private final byte[] jpeg = Pictures.jpeg(exif(), iptc(), xmp());

  private static byte[] exif() {
    return Pictures.exifSegment(
        TiffBuilder.bigEndian()
            .main(MAKE, "Canon")
            .main(MODEL, "EOS 5D")
            .exifShort(ISO, 400)
            .exifFractions(EXPOSURE_TIME, 1, 250)
            .exifFractions(F_NUMBER, 56, 10)
            .exif(DATE_TIME_ORIGINAL, "2019:07:01 12:00:00")
            .build());
  }

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
