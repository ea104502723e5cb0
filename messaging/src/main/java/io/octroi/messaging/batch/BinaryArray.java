package io.octroi.messaging.batch;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * A one-dimensional array in PostgreSQL's binary format, as {@code array_recv} reads it: number of
 * dimensions, whether there are nulls, type of the elements, length, lower bound; then each element
 * behind its length, -1 for null. The driver writes arrays of these types as text, which the server
 * has to read again, element by element.
 *
 * <p>A connection sends it so where {@code binaryTransferEnable} names the array's type; on any
 * other it goes as text.
 */
abstract class BinaryArray<E> extends PGobject implements PGBinaryObject {
  private static final long serialVersionUID = 1L;
  private static final int HEADER_BYTES = 20;
  private static final int NULL_LENGTH = -1;

  @SuppressWarnings("serial") // never serialized
  private final @Nullable E[] elements;

  private final int elementOid;
  private final int elementBytes;

  /**
   * @param type the array's type, as in {@code _uuid}
   * @param elementOid the object id of the elements' type
   * @param elementBytes the length of an element that is not null
   */
  BinaryArray(String type, int elementOid, int elementBytes, @Nullable E[] elements) {
    this.elements = elements;
    this.elementOid = elementOid;
    this.elementBytes = elementBytes;
    setType(type);
  }

  /** Writes {@code elementBytes} bytes. */
  abstract void write(E element, ByteBuffer target);

  /** As PostgreSQL reads it in an array's text; without characters that would be quoted. */
  abstract String text(E element);

  @Override
  public int lengthInBytes() {
    return HEADER_BYTES
        + elements.length * Integer.BYTES
        + (elements.length - nulls()) * elementBytes;
  }

  @Override
  public void toBytes(byte[] bytes, int offset) {
    ByteBuffer target = ByteBuffer.wrap(bytes, offset, bytes.length - offset);
    target.putInt(1).putInt(nulls() > 0 ? 1 : 0).putInt(elementOid);
    target.putInt(elements.length).putInt(1);
    for (E element : elements) {
      if (element == null) {
        target.putInt(NULL_LENGTH);
      } else {
        target.putInt(elementBytes);
        write(element, target);
      }
    }
  }

  @Override
  public String getValue() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < elements.length; i++) {
      E element = elements[i];
      text.append(i == 0 ? "" : ",").append(element == null ? "NULL" : text(element));
    }
    return text.append('}').toString();
  }

  @Override
  public void setByteValue(byte[] value, int offset) {
    throw new UnsupportedOperationException("only sent, never read");
  }

  private int nulls() {
    int nulls = 0;
    for (E element : elements) {
      if (element == null) {
        nulls++;
      }
    }
    return nulls;
  }
}
