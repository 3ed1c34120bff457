package se.insyn.domain.value;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Period: from a day to a day, both included; without {@code to} it has no end. */
public record Period(LocalDate from, @Nullable LocalDate to) {}
