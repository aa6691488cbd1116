/** One JSON mapper for the contract, the database and the hashes of frozen artefacts. */
@org.jspecify.annotations.NullMarked
package org.rolewright.platform.json;
