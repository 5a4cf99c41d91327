package dev.imagedb.cli;

import dev.imagedb.desktop.DesktopViewer;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import dev.imagedb.output.Console;
import dev.imagedb.output.ErrorPrinter;
import dev.imagedb.serve.PhotoServer;
import dev.imagedb.serve.ServerSettings;
import dev.imagedb.store.DatabaseLocation;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.thumbnail.Thumbnails;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `imagedb serve`.
@Under("Find pictures")
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Search and look in a browser, until Ctrl-C.",
    footer = {
      "  imagedb serve --open",
      "  imagedb serve --host 0.0.0.0",
      "  curl 'http://127.0.0.1:7373/api/search?prompt=a+dog&limit=3'"
    })
final class ServeCommand implements Callable<Integer> {
  private static final int TOKEN_BYTES = 18;

  private final Program program;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      defaultValue = "127.0.0.1",
      description =
          "Where to listen. Beyond ${DEFAULT-VALUE}, others can reach it, and must know a token:"
              + " 0.0.0.0 is everywhere.")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "7373",
      description = "Default: ${DEFAULT-VALUE}; 0 for any that is free.")
  private int port;

  @Option(
      names = "--token",
      paramLabel = "WORD",
      description =
          "What whoever asks must know, of 16 letters or more. Default: none on this machine; where"
              + " others can reach it, one is made.")
  private @Nullable String token;

  @Option(names = "--open", description = "Open the page in a browser.")
  private boolean open;

  @Mixin private DatabaseOption database = new DatabaseOption();

  ServeCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Console console = program.console();
    try (PhotoServer server = PhotoServer.start(settings(), subject(program.store(database)))) {
      console.out().println(server.address());
      console.out().flush();
      if (open) {
        new DesktopViewer(program.variables()).open(URI.create(server.address()));
      }
      server.await();
    }
    return ExitCode.INTERRUPTED.code();
  }

  private ServerSettings settings() {
    InetAddress address = address();
    Optional<String> known = Optional.ofNullable(token);
    return new ServerSettings(
        host,
        address,
        port,
        address.isLoopbackAddress() ? known : known.or(() -> Optional.of(freshToken())));
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new UserException(
          ExitCode.WRONG_USAGE, "there is no host " + host, "--host 127.0.0.1", e);
    }
  }

  private static String freshToken() {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  private PhotoServer.Subject subject(PhotoStore store) {
    return new PhotoServer.Subject(
        store,
        how -> program.embedder(store, new ModelOptions(), how),
        new Thumbnails(program.location(database).resolve(DatabaseLocation.THUMBNAILS)),
        parameters ->
            SearchParameters.read(
                parameters, program.console().workingDirectory(), program.clock()),
        this::report);
  }

  /// A server cannot be run again to see what failed, so all of it is printed at once.
  private void report(Throwable trouble) {
    Console console = program.console();
    if (trouble instanceof UserException known) {
      new ErrorPrinter(console).print(known);
    } else {
      trouble.printStackTrace(console.err());
      console.flush();
    }
  }
}
