package se.insyn.local.issuers;

/** The portal as the citizens' identity provider knows it. */
public record CitizensClient(String issuer, String id, String redirectUri) {}
