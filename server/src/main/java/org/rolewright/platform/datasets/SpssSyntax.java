package org.rolewright.platform.datasets;

import java.util.List;
import java.util.stream.Collectors;

/** A syntax file for SPSS that reads data files, each into a data set of its name. */
public final class SpssSyntax {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private SpssSyntax() {}

  /** The syntax for these files. */
  public static String reading(List<DataFile> files) {
    var names = files.stream().map(DataFile::fileName).collect(Collectors.joining(" and "));
    return BYTE_ORDER_MARK
        + "* Reads %s with all labels.\n".formatted(names)
        + "* First make their folder the working folder, for example: CD 'C:\\data'.\n"
        + files.stream().map(SpssSyntax::reading).collect(Collectors.joining())
        + "DATASET ACTIVATE %s.\n".formatted(files.getLast().name());
  }

  private static String reading(DataFile file) {
    var variables = SpssVariable.of(file);
    return """

    GET DATA /TYPE=TXT
      /FILE='%s'
      /ENCODING='UTF8'
      /ARRANGEMENT=DELIMITED
      /DELIMITERS=','
      /QUALIFIER='"'
      /FIRSTCASE=2
      /VARIABLES=
        %s
      .
    %s\
    ADD FILES /FILE=*
      /KEEP=
        %s
      .
    EXECUTE.
    DATASET COPY %s.
    """
        .formatted(
            file.fileName(),
            variables.stream().map(SpssVariable::read).collect(Collectors.joining("\n    ")),
            variables.stream().map(SpssVariable::commands).collect(Collectors.joining()),
            variables.stream().map(SpssVariable::name).collect(Collectors.joining("\n    ")),
            file.name());
  }
}
