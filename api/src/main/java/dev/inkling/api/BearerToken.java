package dev.inkling.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/// The secret that a client shows to be let in, as `Authorization: Bearer …` (RFC 6750).
///
/// @param value what stands after `Bearer`
public record BearerToken(String value) {
  /// 256 bits: nobody guesses that, however many requests a second they send.
  private static final int RANDOM_BYTES = 32;

  /// As RFC 6750 spells it; and short ones can be guessed.
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/-]{16,512}=*");

  private static final String SCHEME = "Bearer ";

  public BearerToken {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A token has 16 to 512 characters out of A-Z a-z 0-9 . _ ~ + / - and no others.");
    }
  }

  /// A new one that nobody has had before.
  public static BearerToken random() {
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    return new BearerToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /// Whether an `Authorization` header carries this token. The time taken says nothing of how much
  /// of a wrong one was right.
  boolean isIn(String authorization) {
    return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(
            bytes(authorization.substring(SCHEME.length()).strip()), bytes(value));
  }

  /// Says nothing, so that no log tells it.
  @Override
  public String toString() {
    return "BearerToken[…]";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
