package dev.imagedb.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.thumbnail.Thumbnails;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/// Answers browsers and other programs over HTTP, until it is closed.
///
/// The JDK's own server does what is needed: see `src/docs/decisions/0007-the-jdks-own-server.md`.
public final class PhotoServer implements AutoCloseable {
  private static final int MOST_AT_ONCE = 64;
  private static final int MOST_SENT_AT_ONCE = 4;

  /// Limits of the JDK's server (documented with the module `jdk.httpserver`), which has none of
  /// these by itself but the first two, and those for programs rather than for browsers. Times are
  /// in seconds; a response may have to wait for a model to be fetched.
  private static final Map<String, String> LIMITS =
      Map.of(
          "sun.net.httpserver.maxReqHeaders", "100",
          "sun.net.httpserver.maxReqHeaderSize", "32768",
          "sun.net.httpserver.maxReqTime", "60",
          "sun.net.httpserver.maxRspTime", "600",
          "jdk.httpserver.maxConnections", "256",
          "sun.net.httpserver.nodelay", "true");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Gate gate = new Gate(MOST_AT_ONCE, "too many requests at once");
  private final ServerSettings settings;
  private final Library library;
  private final Doorkeeper door;
  private final Routes routes;
  private final Consumer<Throwable> troubles;

  private PhotoServer(
      HttpServer server,
      ServerSettings settings,
      Library library,
      Routes routes,
      Consumer<Throwable> troubles) {
    this.server = server;
    this.settings = settings;
    this.library = library;
    this.routes = routes;
    this.troubles = troubles;
    this.door =
        new Doorkeeper(
            names(settings), settings.token(), "imagedb-" + server.getAddress().getPort());
  }

  /// What a server is asked about.
  ///
  /// @param models opens the model that the database's vectors are of
  /// @param reader understands what is searched for
  /// @param troubles is told of what goes wrong beside the requests: what is our fault, and a model
  ///   that cannot be loaded
  public record Subject(
      PhotoStore store,
      Function<EmbedderOptions, Embedder> models,
      Thumbnails thumbnails,
      SearchReader reader,
      Consumer<Throwable> troubles) {}

  /// Opens the database, and answers from now on.
  ///
  /// @throws UserException where there is no database, or it cannot listen there
  public static PhotoServer start(ServerSettings settings, Subject subject) {
    Library library = new Library(subject.store(), subject.models());
    try {
      library.visit().close();
      Routes routes =
          Routes.of(
              new PageFiles(),
              new SearchAnswers(
                  library,
                  subject.reader(),
                  new SentPictures(),
                  new Gate(MOST_SENT_AT_ONCE, "too many pictures sent at once")),
              new PhotoAnswers(library, subject.thumbnails()));
      PhotoServer started =
          new PhotoServer(listening(settings), settings, library, routes, subject.troubles());
      started.begin();
      return started;
    } catch (RuntimeException e) {
      library.close();
      throw e;
    }
  }

  private static HttpServer listening(ServerSettings settings) {
    LIMITS.forEach(System::setProperty);
    InetSocketAddress place = new InetSocketAddress(settings.address(), settings.port());
    try {
      return HttpServer.create(place, /* backlog= */ 0);
    } catch (BindException e) {
      throw cannotListen(settings, e, "--port 0 for any that is free");
    } catch (IOException e) {
      throw cannotListen(settings, e, "--host 127.0.0.1");
    }
  }

  private static UserException cannotListen(
      ServerSettings settings, IOException cause, String hint) {
    return new UserException(
        ExitCode.FAILED,
        "cannot listen on port %d of %s: %s"
            .formatted(settings.port(), settings.host(), cause.getMessage()),
        hint,
        cause);
  }

  private void begin() {
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
    Thread.ofPlatform().daemon().start(this::loadAhead);
  }

  /// The first search shall not wait for the model.
  private void loadAhead() {
    try (Library.Visit visit = library.visit()) {
      visit.get().loadForTexts();
    } catch (RuntimeException e) {
      troubles.accept(e);
    }
  }

  /// Waits until its thread is interrupted.
  public void await() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// What this machine may be called by those who know it by the network.
  private static Set<String> names(ServerSettings settings) {
    Set<String> names = new HashSet<>(Set.of(settings.host().toLowerCase(Locale.ROOT)));
    if (!settings.address().isLoopbackAddress()) {
      String name = ownName().toLowerCase(Locale.ROOT);
      names.addAll(List.of(name, name + ".local"));
    }
    return names;
  }

  private static String ownName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "localhost";
    }
  }

  /// The address to open: `http://127.0.0.1:7373/`, with the token where one is wanted.
  public String address() {
    String host = settings.address().isAnyLocalAddress() ? ownName() : settings.host();
    return "http://%s:%d/%s"
        .formatted(
            host.contains(":") ? "[" + host + "]" : host,
            server.getAddress().getPort(),
            settings.token().map(token -> "?token=" + token).orElse(""));
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      pass(exchange);
    } catch (IOException _) {
      // Whoever asked has gone away.
    } catch (RuntimeException e) {
      troubles.accept(e);
    }
  }

  /// Until the last byte is sent, since a slow reader takes up a place, too.
  private void pass(HttpExchange exchange) throws IOException {
    try (Gate.Pass _ = gate.enter()) {
      ReplySender.send(reply(exchange), exchange);
    } catch (Refusal full) {
      ReplySender.send(full.reply(), exchange);
    }
  }

  private Reply reply(HttpExchange exchange) {
    try {
      Request request = Request.of(exchange);
      Optional<Reply> atTheDoor = door.meet(request);
      return atTheDoor.isPresent() ? atTheDoor.get() : routes.answer(request);
    } catch (Refusal refusal) {
      return refusal.reply();
    } catch (UserException failure) {
      return Refusal.of(failure).reply();
    } catch (IOException | RuntimeException | Error fault) {
      troubles.accept(fault);
      return Refusal.of(500, "this is our fault: imagedb serve has printed it").reply();
    }
  }

  /// Ends at once; what is under way is cut off.
  @Override
  public void close() {
    server.stop(/* delay= */ 0);
    threads.shutdownNow();
    library.close();
  }
}
