package org.drover.wps.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.drover.wps.config.Setting;

/** Sends mail through the server's mail subsystem, if the administrator has said from whom. */
@ApplicationScoped
public class Mailer {

  /** The sender's address; empty when this server sends no mail. */
  public static final Setting<String> FROM = Setting.text("drover.mail.from", "");

  /** Domains mail may go to: {@code *}, or a list such as {@code example.org, *.example.org}. */
  public static final Setting<String> TO = Setting.text("drover.mail.to", "*");

  /** JNDI name of the mail session. */
  public static final Setting<String> SESSION =
      Setting.text("drover.mail.session", "java:jboss/mail/Default");

  private static final Pattern MAILBOX =
      Pattern.compile(
          "[A-Za-z0-9!#$&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$&'*+/=?^_`{|}~-]+)*"
              + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

  private static final String PATIENCE_MILLIS = "10000";

  /** Says why no mail is sent to a mailbox; completes "because …". */
  Optional<String> findObjection(String mailbox) {
    if (FROM.get().isEmpty()) {
      return Optional.of("this server sends no mail");
    }
    if (mailbox.length() > 254 || !MAILBOX.matcher(mailbox).matches()) {
      return Optional.of("the address is not like mailto:somebody@example.org");
    }
    String domain = mailbox.substring(mailbox.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    boolean allowed =
        Arrays.stream(TO.get().toLowerCase(Locale.ROOT).split("[,\\s]+", -1))
            .anyMatch(it -> matches(it, domain));
    return allowed ? Optional.empty() : Optional.of("this server sends no mail to that domain");
  }

  private static boolean matches(String pattern, String domain) {
    return pattern.equals("*")
        || pattern.equals(domain)
        || (pattern.startsWith("*.") && domain.endsWith(pattern.substring(1)));
  }

  void send(String mailbox, JobNews news) throws IOException {
    try {
      Session session = session();
      setPatience(session.getProperties());
      MimeMessage mail = new MimeMessage(session);
      mail.setFrom(new InternetAddress(FROM.get()));
      mail.setRecipient(RecipientType.TO, new InternetAddress(mailbox));
      mail.setSubject(news.subject(), StandardCharsets.UTF_8.name());
      mail.setText(news.text(), StandardCharsets.UTF_8.name());
      mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834
      Transport.send(mail);
    } catch (MessagingException | NamingException e) {
      throw new IOException("the mail cannot be sent: " + e.getMessage(), e);
    }
  }

  /** Of the server; of a test where there is none. */
  @SuppressWarnings("BanJNDI") // the name is the administrator's
  Session session() throws NamingException {
    return InitialContext.doLookup(SESSION.get());
  }

  /** Without these a mail server that says nothing is waited for without end. */
  private static void setPatience(Properties session) {
    for (String protocol : new String[] {"smtp", "smtps"}) {
      for (String limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
        session.putIfAbsent("mail." + protocol + "." + limit, PATIENCE_MILLIS);
      }
    }
  }
}
