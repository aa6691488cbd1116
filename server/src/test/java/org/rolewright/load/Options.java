package org.rolewright.load;

import java.util.List;

/** Words like {@code --seconds 10} or {@code --seconds=10}. */
record Options(List<String> words) {
  Options {
    words = words.stream().flatMap(word -> List.of(word.split("=", 2)).stream()).toList();
  }

  int number(String name, int otherwise) {
    return (int) decimal(name, otherwise);
  }

  double decimal(String name, double otherwise) {
    var at = words.indexOf("--" + name);
    return at < 0 ? otherwise : Double.parseDouble(words.get(at + 1));
  }

  String text(String name, String otherwise) {
    var at = words.indexOf("--" + name);
    return at < 0 ? otherwise : words.get(at + 1);
  }
}
