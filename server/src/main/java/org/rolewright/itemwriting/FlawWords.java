package org.rolewright.itemwriting;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.rolewright.platform.text.Language;

/**
 * The words that give a flaw away, in one language.
 *
 * @param negatives in a lead-in
 * @param articles a stem must not end with
 * @param common long words that stem and key may well share
 */
record FlawWords(
    Pattern negatives,
    Pattern all,
    Pattern none,
    Set<String> absolutes,
    Set<String> vague,
    Set<String> articles,
    Set<String> common) {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;

  private static final FlawWords ENGLISH =
      new FlawWords(
          pattern("\\b(not|except|\\p{L}+n't|(?<!at )least|incorrect|inappropriate)\\b"),
          pattern(
              "^(all|both|each)( of)? (of )?(the|these) (above|following|options|answers)\\b.*"),
          pattern("^(none|neither) of (the|these) (above|following|options|answers)\\b.*"),
          Set.of(
              "always",
              "never",
              "nobody",
              "everybody",
              "everyone",
              "impossible",
              "completely",
              "totally",
              "absolutely",
              "under no circumstances",
              "without exception"),
          Set.of("often", "sometimes", "usually", "frequently", "rarely", "occasionally"),
          Set.of("a", "an", "the"),
          Set.of(
              "about",
              "after",
              "before",
              "which",
              "their",
              "there",
              "these",
              "those",
              "would",
              "should",
              "could",
              "while",
              "where",
              "other",
              "client",
              "clients",
              "worker",
              "workers",
              "health",
              "community",
              "person",
              "people",
              "family"));

  private static final FlawWords SPANISH =
      new FlawWords(
          pattern(
              "\\b(excepto|salvo|(?<!al )(?<!por lo )menos|incorrect[oa]s?|inadecuad[oa]s?)\\b|^\\P{L}*(cuál|cuáles|qué|quién)\\b[^.]*?\\bno\\b"),
          pattern("^(tod[oa]s|ambas|ambos) l[oa]s (anteriores|opciones|respuestas)\\b.*"),
          pattern("^ningun[oa]\\b.*\\b(anteriores|opciones|respuestas)\\b.*"),
          Set.of(
              "siempre",
              "nunca",
              "jamás",
              "nadie",
              "imposible",
              "completamente",
              "totalmente",
              "absolutamente",
              "sin excepción"),
          Set.of(
              "a menudo", "a veces", "usualmente", "frecuentemente", "rara vez", "ocasionalmente"),
          Set.of("el", "la", "los", "las", "un", "una", "unos", "unas"),
          Set.of(
              "después",
              "antes",
              "sobre",
              "entre",
              "desde",
              "hasta",
              "donde",
              "cuando",
              "porque",
              "debería",
              "cliente",
              "clienta",
              "clientes",
              "salud",
              "comunidad",
              "persona",
              "personas",
              "familia",
              "promotor",
              "promotora",
              "promotores"));

  static FlawWords of(Language language) {
    return switch (language) {
      case ENGLISH -> ENGLISH;
      case SPANISH -> SPANISH;
    };
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(text, FLAGS);
  }

  /** The first of the words that stands in the text as a whole word. */
  static java.util.Optional<String> firstOf(Set<String> words, String text) {
    var spaced = " " + String.join(" ", Reading.words(text)) + " ";
    return List.copyOf(words).stream()
        .filter(word -> spaced.contains(" " + word + " "))
        .sorted()
        .findFirst();
  }
}
