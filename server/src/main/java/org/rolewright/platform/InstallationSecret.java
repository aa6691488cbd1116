package org.rolewright.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of this installation: 32 random bytes in {@code DATA_DIR/secret.key}, readable by the
 * service only, never in the database. Whoever copies the database without it can neither check a
 * personal link nor read what is sealed. Nodes that share a database share this file.
 */
public final class InstallationSecret {
  private static final int LENGTH = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  /** Sealed values grow in steps, so that their length says nothing of their content. */
  private static final int STEP = 4096;

  private final byte[] secret;
  private final SecureRandom random;

  private InstallationSecret(byte[] secret, SecureRandom random) {
    this.secret = secret;
    this.random = random;
  }

  /** Reads the secret of a data folder; makes one where there is none. */
  public static InstallationSecret in(Path dataDir, SecureRandom random) {
    var file = dataDir.resolve("secret.key");
    try {
      Files.createDirectories(dataDir);
      if (Files.notExists(file)) create(file, random);
      var bytes = Files.readAllBytes(file);
      if (bytes.length != LENGTH)
        throw new IllegalStateException(file + " is damaged: it should hold 32 bytes");
      return new InstallationSecret(bytes, random);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or make " + file, e);
    }
  }

  /** Written whole and flushed before it gets its name; of two starting at once one wins. */
  private static void create(Path file, SecureRandom random) throws IOException {
    var bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    var fresh =
        Files.createTempFile(
            file.getParent(),
            "secret",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(bytes));
        channel.force(true);
      }
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException _) {
      // another node was first; its secret counts
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** A value that follows from the secret, a purpose and a text, and from nothing less. */
  public byte[] derive(String purpose, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A public fingerprint, to tell whether this is the secret something was made with. */
  public String mark() {
    return HexFormat.of().formatHex(derive("mark", ""), 0, 16);
  }

  /** Encrypts and pads a text; only the same owner opens it again. */
  public byte[] seal(String owner, String text) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    var sealed = crypt(Cipher.ENCRYPT_MODE, owner, nonce, padded(text));
    return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
  }

  /**
   * @throws IllegalStateException when it was sealed by another secret, for another owner, or
   *     changed
   */
  public String unseal(String owner, byte[] sealed) {
    var nonce = Arrays.copyOf(sealed, NONCE);
    var padded =
        ByteBuffer.wrap(
            crypt(
                Cipher.DECRYPT_MODE,
                owner,
                nonce,
                Arrays.copyOfRange(sealed, NONCE, sealed.length)));
    var text = new byte[padded.getInt()];
    padded.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static byte[] padded(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var steps = (Integer.BYTES + bytes.length + STEP - 1) / STEP;
    return ByteBuffer.allocate(steps * STEP).putInt(bytes.length).put(bytes).array();
  }

  private byte[] crypt(int mode, String owner, byte[] nonce, byte[] input) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      var key = new SecretKeySpec(derive("seal", owner), "AES");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot be opened with this installation's secret", e);
    }
  }
}
