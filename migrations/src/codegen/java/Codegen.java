import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Flyway migrations → a throw-away PostgreSQL → jOOQ classes, run by Java's source launcher.
 * Skipped when neither the migrations nor jOOQ changed since the last run.
 */
void main(String[] args) throws Exception {
  var migrations = Path.of(args[0]);
  var output = Path.of(args[1]);
  var hash = hash(migrations);
  var stamp = output.resolve(".migrations.sha256");
  if (Files.exists(stamp) && Files.readString(stamp).equals(hash)) return;
  try (var postgres = EmbeddedPostgres.builder().start()) {
    Flyway.configure()
        .dataSource(postgres.getPostgresDatabase())
        .locations("filesystem:" + migrations)
        .validateMigrationNaming(true)
        .load()
        .migrate();
    generate(postgres.getJdbcUrl("postgres", "postgres"), output);
    Files.writeString(stamp, hash);
  }
}

String hash(Path folder) throws Exception {
  var digest = MessageDigest.getInstance("SHA-256");
  digest.update(org.jooq.Constants.FULL_VERSION.getBytes());
  try (var files = Files.walk(folder)) {
    for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
      digest.update(folder.relativize(file).toString().getBytes());
      digest.update(Files.readAllBytes(file));
    }
  }
  return HexFormat.of().formatHex(digest.digest());
}

/** One package a schema: {@code org.rolewright.db.<stage>}. */
void generate(String url, Path output) throws Exception {
  var database =
      new Database()
          .withName("org.jooq.meta.postgres.PostgresDatabase")
          .withExcludes("(public|information_schema|pg_catalog)\\..*");
  GenerationTool.generate(
      new Configuration()
          .withLogging(Logging.WARN)
          .withJdbc(new Jdbc().withDriver("org.postgresql.Driver").withUrl(url))
          .withGenerator(
              new Generator()
                  .withDatabase(database)
                  .withGenerate(new Generate()
                          .withImplicitJoinPathsToOne(false)
                          .withImplicitJoinPathsToMany(false)
                          .withImplicitJoinPathsManyToMany(false)
                          .withRecords(true)
                          .withRoutines(false)
                          .withGeneratedAnnotation(false))
                  .withTarget(
                      new Target()
                          .withPackageName("org.rolewright.db")
                          .withDirectory(output.toString())
                          .withClean(true))));
}
