package org.drover.wps.process.describe;

/** Data types of literals: the simple types of XML Schema part 2 that processes can be given. */
public enum LiteralType {
  STRING("string", String.class),
  BOOLEAN("boolean", Boolean.class),
  INT("int", Integer.class),
  LONG("long", Long.class),
  INTEGER("integer", java.math.BigInteger.class),
  FLOAT("float", Float.class),
  DOUBLE("double", Double.class),
  DECIMAL("decimal", java.math.BigDecimal.class),
  DATE("date", java.time.LocalDate.class),
  DATE_TIME("dateTime", java.time.OffsetDateTime.class),
  TIME("time", java.time.LocalTime.class),
  DURATION("duration", java.time.Duration.class),
  ANY_URI("anyURI", java.net.URI.class);

  private final String xsdName;
  private final Class<?> javaType;

  LiteralType(String xsdName, Class<?> javaType) {
    this.xsdName = xsdName;
    this.javaType = javaType;
  }

  /** Local name in XML Schema, such as {@code double}. */
  public String xsdName() {
    return xsdName;
  }

  /** Address of the type, such as {@code http://www.w3.org/2001/XMLSchema#double}. */
  public String reference() {
    return "http://www.w3.org/2001/XMLSchema#" + xsdName;
  }

  /** Java type a value of this type is handed to a process as. */
  public Class<?> javaType() {
    return javaType;
  }

  public boolean isNumber() {
    return Number.class.isAssignableFrom(javaType);
  }
}
