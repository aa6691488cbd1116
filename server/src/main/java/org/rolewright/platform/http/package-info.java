/**
 * HTTP for all stages: the contract ({@code api/*.yaml}, joined at start) decides which operations
 * there are and what they accept; a stage's routes name the handler of each; everything else — who
 * is signed in, decoding, threads, errors as problem JSON, headers, logging — is done here once.
 *
 * <p>The only package besides {@code Main} and the routes that knows Vert.x.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.platform.http;
