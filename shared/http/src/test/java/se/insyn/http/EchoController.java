package se.insyn.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.insyn.domain.cases.Area;
import se.insyn.domain.cases.Viewer;
import se.insyn.domain.json.InvalidMembers;
import se.insyn.domain.json.Json;
import se.insyn.domain.value.Unavailable;

/** Routes of the tests: they say back what reached them. */
@Controller
final class EchoController {

  @Serdeable
  record Echo(String text, List<String> empty, @Nullable String absent) {}

  @Serdeable
  record Asked(@Nullable Area area, @Nullable LocalDate from, int limit, @Nullable String cursor) {}

  @Get("/open/{text}")
  Echo path(@PathVariable String text) {
    return new Echo(text, List.of(), null);
  }

  @Get("/open/cookies/{name}")
  Echo cookies(@PathVariable String name, Call call) {
    return new Echo(String.join("|", call.cookies(name)), List.of(), null);
  }

  @Get("/open/parameters/{name}")
  Echo parameters(@PathVariable String name, Call call) {
    return new Echo(String.join("|", call.parameters(name)), List.of(), null);
  }

  @Post("/open/body")
  Echo body(Call call) {
    return new Echo(
        call.mediaType() + " " + HexFormat.of().formatHex(call.body(16)), List.of(), null);
  }

  @Get("/open/two/cookies")
  HttpResponse<?> twoCookies() {
    return HttpResponse.seeOther(java.net.URI.create("/x"))
        .header("Set-Cookie", "a=1; Path=/")
        .header("Set-Cookie", "b=2; Path=/");
  }

  @Get("/open/fail/{how}")
  Echo fail(@PathVariable String how) throws Throwable {
    throw switch (how) {
      case "invalid" -> new InvalidMembers("/data/date", "is required");
      case "unavailable" -> new Unavailable("cases");
      case "not-found" -> Problem.notFound();
      case "deep" -> new StackOverflowError();
      default -> new IllegalStateException("200007169915 Elias");
    };
  }

  @Post("/open/json")
  Echo json(Call call) {
    return new Echo(
        Json.write(Json.parseObject(new String(call.body(10_000_000), StandardCharsets.UTF_8))),
        List.of(),
        null);
  }

  @Get("/api/things")
  Asked things(Viewer viewer, Query query) {
    return query.read(
        q -> new Asked(q.code("area", Area.class), q.date("from"), q.limit(10), q.text("cursor")));
  }

  @Get("/api/plain/{id}")
  Echo plain(@PathVariable String id, Viewer viewer) {
    return new Echo(id + " " + viewer.cases().size(), List.of(), null);
  }

  @Get("/api/session")
  Echo session(OpenSession session) {
    return new Echo(session.name(), List.of(), null);
  }

  @Post("/api/session")
  @Status(HttpStatus.NO_CONTENT)
  void extend(OpenSession session) {}

  @Get("/elsewhere")
  Echo elsewhere(Viewer viewer) {
    return new Echo("", List.of(), null);
  }
}
