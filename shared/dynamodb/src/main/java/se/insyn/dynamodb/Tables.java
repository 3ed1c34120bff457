package se.insyn.dynamodb;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;

/** The names of the tables, as the template gives them. */
@Singleton
public record Tables(
    @Property(name = "people.table") String people,
    @Property(name = "cases.table") String cases,
    @Property(name = "sessions.table") String sessions,
    @Property(name = "citizens.table") String citizens,
    @Property(name = "messages.table") String messages,
    @Property(name = "systems.table") String systems,
    @Property(name = "notices.table") String notices,
    @Property(name = "audit.table") String audit) {}
