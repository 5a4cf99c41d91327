package dev.imagedb.serve;

import dev.imagedb.image.ImageDecoder;
import dev.imagedb.output.AnswerNotes;
import dev.imagedb.output.Entry;
import dev.imagedb.output.FacetFields;
import dev.imagedb.output.Json;
import dev.imagedb.output.PhotoFields;
import dev.imagedb.output.StatusFields;
import dev.imagedb.photo.ContentHash;
import dev.imagedb.search.Answer;
import dev.imagedb.search.Likeness;
import dev.imagedb.search.Likeness.Weighted;
import dev.imagedb.search.PictureQuery;
import dev.imagedb.search.Query;
import dev.imagedb.search.Searcher;
import dev.imagedb.serve.Library.Visit;
import dev.imagedb.serve.SearchReader.Asked;
import dev.imagedb.source.PictureSource;
import dev.imagedb.source.SourceReader;
import dev.imagedb.store.Facet;
import dev.imagedb.store.FacetCounts;
import dev.imagedb.store.Page;
import dev.imagedb.store.StoreStatus;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Answers what is asked of the pictures as a whole. Safe for use by many threads.
///
/// @param reader understands all parameters but `like` and `picture`, which name pictures
/// @param sending how many pictures may be sent at once, since each is held in memory
record SearchAnswers(Library library, SearchReader reader, SentPictures sent, Gate sending) {
  private static final Set<String> NAMES_OF_PICTURES = Set.of("like", "picture");
  private static final int MOST_HITS = 1_000;

  private static final PictureQuery PICTURES =
      new PictureQuery(
          new SourceReader(InputStream.nullInputStream(), /* allowPrivate= */ false),
          new ImageDecoder(PhotoAnswers.MOST_PIXELS),
          /* fullDecode= */ false);

  /// One page of hits: `total`, `offset`, `hits`, and `notes` where there is something to say.
  Reply search(Request request) {
    try (Visit visit = library.visit()) {
      Query query = query(request, visit, Stream.empty());
      return hits(query, visit, null);
    }
  }

  /// The same by a picture, too, and what that can be called in later searches: `picture`.
  Reply searchByPicture(Request request) throws IOException {
    requirePictureType(request);
    try (Gate.Pass _ = sending.enter();
        Visit visit = library.visit()) {
      byte[] bytes = request.bytes();
      String name = ContentHash.of(bytes);
      Query query = query(request, visit, Stream.of(embedded(bytes, name, visit)));
      return hits(query, visit, name);
    }
  }

  /// How many match by each facet.
  Reply facets(Request request) {
    try (Visit visit = library.visit()) {
      Asked asked = reader.read(request.parameters().without(NAMES_OF_PICTURES));
      Query query = query(request, asked, visit, Stream.empty());
      List<Facet> facets = asked.facets().isEmpty() ? List.of(Facet.values()) : asked.facets();
      List<FacetCounts> counts = searcher(visit).facets(query, facets);
      return Reply.json(
          json -> new FacetFields(json).facets(counts, asked.selection().page().limit()));
    }
  }

  /// The database in numbers.
  Reply status() {
    try (Visit visit = library.visit()) {
      StoreStatus status = visit.photos().status();
      return Reply.json(json -> new StatusFields(json).status(status));
    }
  }

  private Query query(Request request, Visit visit, Stream<Likeness> more) {
    Asked asked = reader.read(request.parameters().without(NAMES_OF_PICTURES));
    requireFewHits(asked.selection().page());
    return query(request, asked, visit, more);
  }

  private Query query(Request request, Asked asked, Visit visit, Stream<Likeness> more) {
    List<Likeness> all = new ArrayList<>(asked.words());
    more.forEach(all::add);
    request.parameters().values("like").forEach(written -> all.add(stored(written, visit)));
    request.parameters().values("picture").forEach(written -> all.add(known(written, visit)));
    return new Query(all, asked.texts(), asked.selection());
  }

  private static void requireFewHits(Page page) {
    if (page.limit() > MOST_HITS) {
      throw Refusal.of(400, "limit is %d, expected %d or less".formatted(page.limit(), MOST_HITS));
    }
  }

  private static void requirePictureType(Request request) {
    String type = request.header("Content-Type").orElse("");
    if (!type.startsWith("image/")) {
      throw Refusal.of(415, "the body is \"%s\", expected a picture (image/…)".formatted(type));
    }
  }

  private static Likeness stored(String written, Visit visit) {
    Weighted id = Weighted.parse(written);
    return PhotoId.parse(id.text())
        .flatMap(known -> known.in(visit.photos()))
        .map(photo -> new Likeness.Stored(photo.file().path(), id.weight()))
        .orElseThrow(() -> PhotoAnswers.noSuchPhoto(id.text()));
  }

  private Likeness known(String written, Visit visit) {
    Weighted name = Weighted.parse(written);
    return sent.get(visit.photos().space().fingerprint(), name.text())
        .map(vector -> new Likeness.Embedded(name.text(), vector, name.weight()))
        .orElseThrow(
            () -> Refusal.of(404, "the picture that was sent is not kept any more: send it again"));
  }

  private Likeness embedded(byte[] bytes, String name, Visit visit) {
    String fingerprint = visit.photos().space().fingerprint();
    float[] vector =
        sent.get(fingerprint, name)
            .orElseGet(
                () -> searcher(visit).vector(new Likeness.Image(new PictureSource.Sent(bytes), 1)));
    sent.put(fingerprint, name, vector);
    return new Likeness.Embedded(name, vector, 1);
  }

  private static Searcher searcher(Visit visit) {
    return new Searcher(visit.photos(), visit, PICTURES);
  }

  private static Reply hits(Query query, Visit visit, @Nullable String picture) {
    Answer answer = searcher(visit).answer(query);
    return Reply.json(
        json -> {
          json.field("total", answer.hits().total())
              .field("offset", query.selection().page().offset())
              .field("picture", picture)
              .array("hits", () -> Entry.of(answer).forEachOrdered(entry -> hit(json, entry)));
          if (!answer.suggestions().isEmpty()) {
            json.strings("notes", notes(answer));
          }
        });
  }

  private static List<String> notes(Answer answer) {
    return answer.suggestions().stream().map(AnswerNotes::sentence).map(Parameters::named).toList();
  }

  private static void hit(Json json, Entry entry) {
    json.object(
        () -> {
          json.field("id", PhotoId.of(entry.photo()).toString());
          new PhotoFields(json).fields(entry);
        });
  }
}
