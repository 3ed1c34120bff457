@org.jspecify.annotations.NullMarked
package se.insyn.local.aws;
