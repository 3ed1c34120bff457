package se.insyn.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was seen of one subject, a value for each round. */
final class Measured {

  /** Processor time until the first answer, without SnapStart, in ms. */
  final List<Double> coldCpu = new ArrayList<>();

  /** Time until the first answer, without SnapStart, in ms. */
  final List<Double> coldWall = new ArrayList<>();

  /** Classes loaded until the first answer. */
  final List<Double> classes = new ArrayList<>();

  /** As {@link #coldCpu}, with a JDK AOT cache. */
  final List<Double> cachedCpu = new ArrayList<>();

  /** The first request after a restore, in ms. */
  final List<Double> firstAfterRestore = new ArrayList<>();

  /** Classes loaded by it. */
  final List<Double> classesAfterRestore = new ArrayList<>();

  /** Half of the warm calls are faster, in ms. */
  final List<Double> warmHalf = new ArrayList<>();

  /** 99 of a hundred warm calls are faster, in ms. */
  final List<Double> warmMost = new ArrayList<>();

  /** The median of the last quarter of the warm calls by that of the second one. */
  final List<Double> drift = new ArrayList<>();

  /** The heap after full collections, after the last quarter of the warm calls by the second. */
  final List<Double> heapGrowth = new ArrayList<>();

  /** The heap after a full collection, in MB. */
  final List<Double> heap = new ArrayList<>();

  /** The middle one; not a number where there is none. */
  static double median(List<Double> values) {
    return quantile(values.stream().mapToDouble(Double::doubleValue).toArray(), 0.5);
  }

  /** The value that this part of the values is not above; not a number where there are none. */
  static double quantile(double[] values, double part) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1L, Math.round((sorted.length - 1) * part))];
  }
}
