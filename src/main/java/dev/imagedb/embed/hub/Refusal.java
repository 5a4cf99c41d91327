package dev.imagedb.embed.hub;

import dev.imagedb.embed.hub.ModelReference.OnHub;
import dev.imagedb.fault.UserException;
import java.net.http.HttpResponse;
import java.util.List;

/// Says what a status other than success means for the one who asked for a model. The hub gives the
/// reason in `X-Error-Code`; it answers 401 to strangers where a repository is private or is not.
record Refusal(HubSettings settings, OnHub model) {

  UserException of(HttpResponse<?> response) {
    String code = response.headers().firstValue("X-Error-Code").orElse("");
    return switch (code) {
      case "RepoNotFound" -> noModel();
      case "RevisionNotFound" ->
          UserException.failed(
              "%s has no revision \"%s\"".formatted(model.repository(), model.revision()),
              "Look for its branches and tags at " + page() + ".");
      case "GatedRepo" -> gated();
      default -> ofStatus(response.statusCode());
    };
  }

  private UserException ofStatus(int status) {
    return switch (status) {
      case 401 -> settings.token().isPresent() ? wrongToken() : noModel();
      case 403 -> gated();
      case 404 -> noModel();
      case 429 ->
          UserException.failed(
              settings.endpoint() + " asks to wait: too many requests (429)",
              "Run it again in a few minutes; what is here already is kept.");
      default -> status >= 500 ? broken(status) : unexpected(status);
    };
  }

  private UserException broken(int status) {
    return UserException.failed(
        "%s fails to answer (%d)".formatted(settings.endpoint(), status),
        "Run it again later; what is here already is kept.");
  }

  private UserException unexpected(int status) {
    return UserException.failed(
        "%s answers %d to the request for %s".formatted(settings.endpoint(), status, model),
        "Check HF_ENDPOINT, or download the model by hand and name its folder.");
  }

  private UserException noModel() {
    List<String> near = KnownModels.near(model.repository());
    return UserException.failed(
        "%s has no model \"%s\", or it is private".formatted(settings.endpoint(), model),
        near.isEmpty()
            ? "Check its spelling; for a private model set HF_TOKEN."
            : "Did you mean " + String.join(", or ", near) + "?");
  }

  private UserException wrongToken() {
    return UserException.failed(
        "%s does not accept the token for %s (401)".formatted(settings.endpoint(), model),
        "Set HF_TOKEN to a valid token, or unset it for a public model.");
  }

  private UserException gated() {
    return UserException.failed(
        settings.endpoint() + " does not hand out " + model + " to everyone (403)",
        "Ask for access at " + page() + ", then set HF_TOKEN.");
  }

  private String page() {
    return settings.endpoint() + "/" + model.repository();
  }
}
