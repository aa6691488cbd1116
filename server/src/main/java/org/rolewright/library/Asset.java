package org.rolewright.library;

import java.time.Instant;
import java.util.Optional;
import org.rolewright.platform.text.Localized;
import org.rolewright.study.StudyId;

/**
 * A picture that items and stimuli may show.
 *
 * @param alt what it shows, in words; plain
 * @param version grows with each change of the description; 0 when new
 * @param addedBy name of who added it
 */
public record Asset(
    AssetId id,
    StudyId study,
    String name,
    Localized alt,
    String licence,
    String source,
    int version,
    Optional<File> file,
    String addedBy,
    Instant addedAt) {

  /**
   * The picture itself.
   *
   * @param type media type
   * @param hash SHA-256 of the content, 64 hexadecimal digits
   */
  public record File(String type, int width, int height, int bytes, String hash) {}

  /** A picture with its media type. */
  public record Picture(String type, int width, int height, byte[] content) {}
}
