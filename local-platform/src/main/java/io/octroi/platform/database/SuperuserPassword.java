package io.octroi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The superuser's password: made once for each directory, readable by its owner only. */
final class SuperuserPassword {
  private SuperuserPassword() {}

  static String in(Path file) {
    try {
      // An empty one was left by a start that was cut short, before there was a database.
      if (!Files.exists(file) || Files.size(file) == 0) {
        Files.deleteIfExists(file);
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(random));
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the superuser's password in " + file, e);
    }
  }
}
