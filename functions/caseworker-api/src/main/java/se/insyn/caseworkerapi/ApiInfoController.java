package se.insyn.caseworkerapi;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import se.insyn.domain.events.Shown;

/**
 * What this API is and how far it has come (Swedish REST API profile 2.0, VER.06); needs no token.
 */
@Controller("/caseworker/v1/api-info")
final class ApiInfoController {

  @Get
  Map<String, Object> info() {
    return new Shown()
        .put("apiName", "insyn-caseworker-api")
        .put("apiVersion", "1.0.0")
        .put("apiReleased", "2026-11-22")
        .put("apiStatus", "active")
        .members();
  }
}
