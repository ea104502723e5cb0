package io.octroi.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Dockerfile, instruction by instruction; lines that go on are joined. */
record Dockerfile(List<Instruction> instructions) {

  /**
   * @param keyword in capitals
   */
  record Instruction(String keyword, String arguments) {}

  static Dockerfile read(Path file) throws IOException {
    List<Instruction> instructions = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String read : Files.readAllLines(file)) {
      if (read.startsWith("#") || read.isBlank()) {
        continue;
      }
      if (read.endsWith("\\")) {
        line.append(read, 0, read.length() - 1);
        continue;
      }
      String[] parts = line.append(read).toString().strip().split("\\s+", 2);
      instructions.add(new Instruction(parts[0], parts[1]));
      line.setLength(0);
    }
    return new Dockerfile(instructions);
  }

  /** The last stage: what the image is. */
  Dockerfile image() {
    int last = 0;
    for (int i = 0; i < instructions.size(); i++) {
      last = instructions.get(i).keyword().equals("FROM") ? i : last;
    }
    return new Dockerfile(instructions.subList(last, instructions.size()));
  }

  List<String> all(String keyword) {
    return instructions.stream()
        .filter(instruction -> instruction.keyword().equals(keyword))
        .map(Instruction::arguments)
        .toList();
  }

  /** The arguments of the one instruction of its kind, in the form of a JSON list. */
  List<String> command(String keyword) {
    String list = all(keyword).getLast();
    return new org.yaml.snakeyaml.Yaml().load(list.substring(list.indexOf('[')));
  }
}
