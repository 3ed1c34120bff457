package se.insyn.login;

/** Who we are to the identity provider: a key that signs and never shows itself. */
interface LoginKey {

  /** The key's id as the provider knows it: the thumbprint of its public part (RFC 7638). */
  String id();

  /** ES256 over these bytes, in the form that a JWT carries. */
  byte[] sign(byte[] input);
}
