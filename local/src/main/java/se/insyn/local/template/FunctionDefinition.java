package se.insyn.local.template;

import java.nio.file.Path;

/**
 * A function of the template.
 *
 * @param id its logical id
 * @param zip the packaged code, relative to the template
 * @param handler the class that is called
 */
public record FunctionDefinition(String id, Path zip, String handler) {}
