package se.insyn.local;

import java.nio.file.Path;
import java.util.Map;

/**
 * How to start.
 *
 * @param root the folder of the template
 * @param data where the data is kept
 * @param isKept false: the tables are in memory only, the files in a folder of this run
 * @param port of the portal; 0 for any that is free
 * @param standInsPort of the issuers, the files' being the next one; 0 for any that are free
 * @param instances of each function
 * @param environment in which settings may be overridden
 */
public record LocalOptions(
    Path root,
    Path data,
    boolean isKept,
    int port,
    int standInsPort,
    int instances,
    Map<String, String> environment) {}
