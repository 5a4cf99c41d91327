package dev.imagedb;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.function.Function.identity;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.ObjectInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/// The walls between the packages.
class ArchitectureTest {
  private static final String ROOT = "dev.imagedb";

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

  /// What each package may use beside itself, `photo` and `fault`, which are for all.
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry(
              "cli",
              List.of(
                  "crawl",
                  "duplicates",
                  "image",
                  "ingest",
                  "search",
                  "source",
                  "store",
                  "embed",
                  "embed.hub",
                  "embed.models",
                  "labelling",
                  "evaluation",
                  "settings",
                  "doctor",
                  "integrity",
                  "desktop",
                  "manual",
                  "file",
                  "output",
                  "output.gallery",
                  "output.preview",
                  "serve",
                  "thumbnail")),
          Map.entry(
              "serve",
              List.of(
                  "search", "source", "image", "embed", "store", "kept", "thumbnail", "output")),
          Map.entry(
              "shell",
              List.of(
                  "cli", "desktop", "embed", "ingest", "kept", "manual", "output", "search",
                  "store")),
          Map.entry("manual", List.of()),
          Map.entry("kept", List.of("embed", "image", "store")),
          Map.entry("desktop", List.of()),
          Map.entry(
              "output",
              List.of(
                  "duplicates",
                  "ingest",
                  "search",
                  "store",
                  "embed",
                  "embed.hub",
                  "embed.models",
                  "labelling",
                  "evaluation",
                  "settings",
                  "integrity",
                  "doctor")),
          Map.entry("settings", List.of("store")),
          Map.entry("doctor", List.of("settings", "store", "embed", "embed.models", "image")),
          Map.entry("output.preview", List.of("output", "thumbnail", "image")),
          Map.entry("output.gallery", List.of("output", "thumbnail", "image", "file")),
          Map.entry("file", List.of()),
          Map.entry("integrity", List.of("store")),
          Map.entry("duplicates", List.of("store")),
          Map.entry("ingest", List.of("crawl", "limit", "image", "metadata", "embed", "store")),
          Map.entry("search", List.of("source", "image", "metadata", "embed", "store")),
          Map.entry("source", List.of()),
          Map.entry("thumbnail", List.of("file", "limit", "image", "metadata")),
          Map.entry("labelling", List.of("embed", "store")),
          Map.entry("evaluation", List.of("labelling", "embed", "store")),
          Map.entry("crawl", List.of("limit")),
          Map.entry("limit", List.of()),
          Map.entry("image", List.of()),
          Map.entry("metadata", List.of()),
          Map.entry("embed", List.of("image")),
          Map.entry("embed.files", List.of()),
          Map.entry("embed.tokenizer", List.of("embed.files")),
          Map.entry("embed.openclip", List.of("embed", "embed.files", "embed.tokenizer", "image")),
          Map.entry("embed.hub", List.of("file")),
          Map.entry("embed.models", List.of("embed", "embed.hub", "embed.openclip", "image")),
          Map.entry("store", List.of()),
          Map.entry("store.lucene", List.of("store")),
          Map.entry("photo", List.of()),
          Map.entry("fault", List.of()));

  private static final List<String> PACKAGES = MAY_USE.keySet().stream().sorted().toList();

  @Test
  void everyPackageHasItsPlace() {
    Stream<String> packages =
        PROGRAM.stream()
            .map(JavaClass::getPackageName)
            .distinct()
            .filter(name -> !name.equals(ROOT))
            .map(name -> name.substring(ROOT.length() + 1));
    assertThat(packages).containsExactlyInAnyOrderElementsOf(PACKAGES);
  }

  @ParameterizedTest
  @FieldSource("PACKAGES")
  void aPackageUsesOnlyWhatItMay(String name) {
    String[] allowed =
        Stream.of(Stream.of(name, "photo", "fault"), MAY_USE.getOrDefault(name, List.of()).stream())
            .flatMap(identity())
            .map(part -> ROOT + "." + part)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name)
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(allowed))))
        .check(PROGRAM);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PROGRAM);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          org.apache.lucene..                      | dev.imagedb.store.lucene
          ai.djl..                                 | dev.imagedb.embed..
          com.drew..                               | dev.imagedb.metadata
          picocli..                                | dev.imagedb.cli
          org.jline.terminal..                     | dev.imagedb.output, dev.imagedb.shell
          org.jline.utils..                        | dev.imagedb.output, dev.imagedb.shell
          org.jline.reader..                       | dev.imagedb.shell
          com.google.re2j..                        | dev.imagedb.crawl
          org.bytedeco..                           | dev.imagedb.image
          javax.imageio..                          | dev.imagedb.image
          """)
  void aLibraryIsUsedWhereItBelongs(String library, String homes) {
    noClasses()
        .that()
        .resideOutsideOfPackages(homes.split(", "))
        .should()
        .dependOnClassesThat(resideInAPackage(library))
        .check(PROGRAM);
    assertThat(homes.split(", "))
        .allSatisfy(
            home ->
                assertThat(PROGRAM.that(resideInAPackage(home)))
                    .as("uses of %s in %s", library, home)
                    .anyMatch(
                        type ->
                            type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(
                                    use -> resideInAPackage(library).test(use.getTargetClass()))));
  }

  @Test
  void spreadsheetsAreReadAndWrittenWhereTheyComeInAndGoOut() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".output", ROOT + ".evaluation")
        .should()
        .dependOnClassesThat(resideInAPackage("org.apache.commons.csv.."))
        .check(PROGRAM);
  }

  @Test
  void jsonIsReadAndWrittenWhereItComesInAndGoesOut() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".output", ROOT + ".embed..", ROOT + ".search")
        .should()
        .dependOnClassesThat(resideInAPackage("com.google.gson.."))
        .check(PROGRAM);
  }

  @Test
  void onlyMainKnowsOfTheProcess() {
    JavaClasses others =
        PROGRAM.that(
            describe("other than Main", type -> !type.getFullName().startsWith(ROOT + ".Main")));
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(others);
    noClasses().should().accessField(System.class, "in").check(others);
    noClasses().should().callMethod(System.class, "exit", int.class).check(others);
    noClasses().should().callMethod(Runtime.class, "halt", int.class).check(others);
    noClasses().should().callMethod(System.class, "getenv").check(others);
  }

  /// What lies in a model's folder, a database or a picture is data: there is no way for it to run.
  @Test
  void nothingFromOutsideIsLoadedAsCode() {
    noClasses().should().dependOnClassesThat().areAssignableTo(ClassLoader.class).check(PROGRAM);
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ObjectInputStream.class)
        .check(PROGRAM);
    noClasses().should().dependOnClassesThat().resideInAPackage("javax.script..").check(PROGRAM);
    for (String name : List.of("load", "loadLibrary")) {
      noClasses().should().callMethod(System.class, name, String.class).check(PROGRAM);
      noClasses().should().callMethod(Runtime.class, name, String.class).check(PROGRAM);
    }
    noClasses().should().callMethod(Class.class, "forName", String.class).check(PROGRAM);
    noClasses()
        .that(not(simpleName("TorchModule")))
        .should()
        .callMethodWhere(JavaCall.Predicates.target(name("loadModule")))
        .check(PROGRAM);
  }

  @Test
  void everyPackageSaysWhatMayBeNull() {
    Stream<JavaPackage> unmarked =
        PROGRAM.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(any -> !any.isAnnotatedWith(NullMarked.class));
    assertThat(unmarked).isEmpty();
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses().should().haveNameMatching(".*(Util|Utils|Manager|Helper|Impl)$").check(PROGRAM);
  }

  @Test
  void whatOnlyItsPackageUsesIsItsOwn() {
    Stream<String> needlesslyPublic =
        PROGRAM.stream()
            .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(PUBLIC))
            .filter(type -> !type.isEquivalentTo(Main.class))
            .filter(type -> !isUsedElsewhere(type) && !isPartOfADoor(type))
            .map(JavaClass::getFullName);
    assertThat(needlesslyPublic).isEmpty();
  }

  /// Who uses one of its member types uses a type.
  private static boolean isUsedElsewhere(JavaClass type) {
    return PROGRAM.stream()
        .filter(part -> (part.getFullName() + "$").startsWith(type.getFullName() + "$"))
        .flatMap(part -> part.getDirectDependenciesToSelf().stream())
        .anyMatch(use -> !use.getOriginClass().getPackage().equals(type.getPackage()));
  }

  /// Who makes a public record must be able to name its components.
  private static boolean isPartOfADoor(JavaClass type) {
    return type.getConstructorsWithParameterTypeOfSelf().stream()
        .anyMatch(constructor -> constructor.getModifiers().contains(PUBLIC));
  }
}
