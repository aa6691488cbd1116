package org.rolewright.workshop;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a statement as an editor would, in English and Spanish. Warns, never forbids. */
final class StatementRules {
  private static final int LONGEST = 200;
  private static final Pattern AND_OR = Pattern.compile("\\b(and\\s*/\\s*or|y\\s*/\\s*[ou])\\b");
  private static final Set<String> VAGUE =
      Set.of(
          "understand",
          "know",
          "appreciate",
          "recognize",
          "realize",
          "learn",
          "comprehend",
          "believe",
          "think",
          "entender",
          "comprender",
          "saber",
          "conocer",
          "apreciar",
          "aprender",
          "creer",
          "pensar");
  private static final Set<String> NO_VERBS =
      Set.of(
          "the",
          "a",
          "an",
          "this",
          "that",
          "these",
          "all",
          "any",
          "each",
          "is",
          "are",
          "be",
          "to",
          "for",
          "with",
          "in",
          "of",
          "ability",
          "knowledge",
          "skill",
          "skills",
          "responsible",
          "must",
          "should",
          "will",
          "can",
          "el",
          "la",
          "los",
          "las",
          "un",
          "una",
          "es",
          "son",
          "para",
          "con",
          "en",
          "de",
          "capacidad",
          "conocimiento",
          "habilidad",
          "responsable",
          "debe",
          "puede");
  private static final Pattern NOUN_ENDING =
      Pattern.compile(".{2,}(tion|sion|ment|ness|ity|ing|ings|ción|sión|miento|dad|ando|iendo)");
  private static final Set<String> VERBS_LIKE_NOUNS =
      Set.of(
          "document",
          "implement",
          "supplement",
          "complement",
          "comment",
          "augment",
          "experiment",
          "bring",
          "swing",
          "mention",
          "question",
          "position",
          "function",
          "transition",
          "commission",
          "condition",
          "witness",
          "harness",
          "caution",
          "segment",
          "lament");

  private StatementRules() {}

  /** What may be improved in a wording of this kind. */
  static Set<StatementWarning> warnings(StatementKind kind, String text) {
    var found = EnumSet.noneOf(StatementWarning.class);
    if (text.length() > LONGEST) found.add(StatementWarning.TOO_LONG);
    if (AND_OR.matcher(text.toLowerCase(Locale.ROOT)).find()) found.add(StatementWarning.AND_OR);
    if (kind != StatementKind.TASK) return found;
    var first = firstWord(text);
    if (VAGUE.contains(first)) found.add(StatementWarning.VAGUE_VERB);
    if (!readsAsVerb(first)) found.add(StatementWarning.NO_VERB_FIRST);
    return found;
  }

  /** What is left of a text when case, punctuation and white space do not count. */
  static String sameWords(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private static boolean readsAsVerb(String word) {
    if (VERBS_LIKE_NOUNS.contains(word)) return true;
    return !word.isEmpty() && !NO_VERBS.contains(word) && !NOUN_ENDING.matcher(word).matches();
  }

  private static String firstWord(String text) {
    return text.strip().toLowerCase(Locale.ROOT).split("[^\\p{L}]+", 2)[0];
  }
}
