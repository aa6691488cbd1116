package org.rolewright.platform.files;

import java.util.Map;
import org.rolewright.platform.Refusal;

/**
 * A file that somebody sent.
 *
 * @param name as the sender calls it, without folders or control characters; to be shown only
 */
public record SentFile(FileType type, String name, byte[] content) {
  /** Greatest file taken. */
  public static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final int LONGEST_NAME = 120;

  /**
   * @throws Refusal.BrokenRule when it is no PDF, PNG or JPEG, too large, or a picture that would
   *     swell when it is shown
   */
  public static SentFile of(String name, byte[] content) {
    if (content.length > MOST_BYTES)
      throw new Refusal.BrokenRule("fileTooLarge", Map.of("limit", MOST_BYTES / 1024 / 1024));
    var type =
        FileType.found(content).orElseThrow(() -> new Refusal.BrokenRule("fileOfAnotherKind"));
    if (type != FileType.PDF && PictureSize.of(type, content).isMonstrous())
      throw new Refusal.BrokenRule("pictureTooLarge");
    return new SentFile(type, plain(name, type), content);
  }

  private static String plain(String name, FileType type) {
    var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    var clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]", "").strip();
    if (clean.isEmpty()) return "document." + type.ending();
    return clean.substring(
        0,
        clean.offsetByCodePoints(
            0, Math.min(LONGEST_NAME, clean.codePointCount(0, clean.length()))));
  }

  @Override
  public String toString() {
    return "SentFile[" + type + ", " + content.length + " bytes]";
  }
}
