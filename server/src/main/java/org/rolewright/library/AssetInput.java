package org.rolewright.library;

import org.rolewright.platform.text.Localized;

/**
 * What a writer says about a picture.
 *
 * @param alt what it shows; plain
 */
public record AssetInput(String name, Localized alt, String licence, String source) {}
