package org.rolewright.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rule R12: who may import whom in the browser, where URLs stand, how markup is made. */
class WebStructureTest {
  private static final Pattern IMPORT =
      Pattern.compile(
          "(?:^(?:import|export)[^'\"]*from\\s*|^import\\s*|\\bimport\\()['\"]([^'\"]+)['\"]",
          Pattern.MULTILINE);
  private static final Pattern COMMENT =
      Pattern.compile("/\\*.*?\\*/|(?<=^|\\s)//[^\\n]*", Pattern.DOTALL);
  private static final Pattern VERB =
      Pattern.compile(
          "import\\s*\\{[^}]*\\b(get|post|put|patch|del|address)\\b[^}]*}\\s*from\\s*['\"][./]*core/api\\.js");
  private static final Pattern OWN_MARKUP =
      Pattern.compile(
          "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|createContextualFragment|setHTMLUnsafe"
              + "|DOMParser|unsafeHTML|unsafe-html|srcdoc|\\beval\\(|new Function|javascript:");

  /** What every folder may use besides itself. */
  private static final Map<String, Set<String>> SHARED =
      Map.of("vendor", Set.of(), "core", Set.of("vendor"), "ui", Set.of("core", "vendor"));

  private static final Set<String> SHARED_BY_ALL = Set.of("core", "ui", "vendor");

  @Test
  void a_folder_imports_only_itself_and_what_all_share() {
    var wrong = new ArrayList<String>();
    for (Path file : WebFiles.ours(".js")) {
      for (String imported : imports(file)) {
        Path target = file.resolveSibling(imported).normalize();
        if (!imported.startsWith(".") || !Files.isRegularFile(target)) {
          wrong.add(WebFiles.name(file) + " imports what is not a file of ours: " + imported);
        } else if (!mayImport(folder(file), folder(target))) {
          wrong.add(WebFiles.name(file) + " imports " + WebFiles.name(target));
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void a_stage_of_the_workbench_does_not_import_another() {
    Path workbench = WebFiles.ROOT.resolve("workbench");
    var wrong = new ArrayList<String>();
    for (Path file : WebFiles.ours(".js")) {
      if (!file.startsWith(workbench) || file.getParent().equals(workbench)) continue;
      for (String imported : imports(file)) {
        Path target = file.resolveSibling(imported).normalize();
        boolean elsewhere = target.startsWith(workbench) && !target.getParent().equals(workbench);
        if (elsewhere && !stage(workbench, target).equals(stage(workbench, file))) {
          wrong.add(WebFiles.name(file) + " imports " + WebFiles.name(target));
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void only_api_files_know_addresses_of_the_service() {
    var wrong = new ArrayList<String>();
    for (Path file : WebFiles.ours(".js")) {
      if (file.endsWith("api.js")) continue;
      String code = code(file);
      if (VERB.matcher(code).find()) wrong.add(WebFiles.name(file) + " sends requests itself");
      if (code.contains("/api/v1") && !WebFiles.name(file).startsWith("api/")) {
        wrong.add(WebFiles.name(file) + " names an address");
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void markup_comes_only_from_the_escaping_template() {
    var wrong = new ArrayList<String>();
    for (Path file : WebFiles.ours(".js")) {
      var found = OWN_MARKUP.matcher(code(file));
      if (found.find()) wrong.add(WebFiles.name(file) + ": " + found.group());
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void nothing_inline_that_the_content_security_policy_forbids() {
    var inline = Pattern.compile("\\sstyle=|<style|<script(?![^>]*\\ssrc=)|\\son[a-z]+=[\"'$]");
    var wrong = new ArrayList<String>();
    for (String ending : List.of(".js", ".html", ".svg")) {
      for (Path file : WebFiles.ours(ending)) {
        var found = inline.matcher(code(file));
        if (found.find()) wrong.add(WebFiles.name(file) + ": " + found.group());
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void vendored_files_are_the_ones_that_were_checked() throws Exception {
    Path vendor = WebFiles.ROOT.resolve("vendor/lit-html");
    var listed = new ArrayList<String>();
    for (String line : WebFiles.text(vendor.resolve("HASHES")).lines().toList()) {
      var parts = line.split("  ", 2);
      if (parts.length != 2 || parts[0].length() != 64) continue;
      listed.add(parts[1]);
      assertEquals(parts[0], sha256(vendor.resolve(parts[1])), parts[1]);
    }
    try (var files = Files.walk(vendor)) {
      var present =
          files
              .filter(Files::isRegularFile)
              .map(file -> vendor.relativize(file).toString().replace('\\', '/'))
              .filter(name -> !name.equals("HASHES"))
              .sorted()
              .toList();
      assertEquals(listed.stream().sorted().toList(), present);
    }
  }

  @Test
  void the_rules_see_the_files() {
    assertTrue(WebFiles.ours(".js").size() > 30, "the client has more than 30 modules");
    assertTrue(imports(WebFiles.ROOT.resolve("workbench/main.js")).contains("./study/index.js"));
  }

  private static List<String> imports(Path file) {
    return IMPORT.matcher(code(file)).results().map(found -> found.group(1)).toList();
  }

  private static String code(Path file) {
    return COMMENT.matcher(WebFiles.text(file)).replaceAll("");
  }

  private static boolean mayImport(String from, String to) {
    return from.equals(to) || SHARED.getOrDefault(from, SHARED_BY_ALL).contains(to);
  }

  private static String folder(Path file) {
    return WebFiles.ROOT.relativize(file).getName(0).toString();
  }

  private static String stage(Path workbench, Path file) {
    return workbench.relativize(file).getName(0).toString();
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
