package org.linli.notices;

import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.linli.notices.NotDelivered.Why;
import org.linli.notices.NoticeSettings.Mail;
import org.linli.notices.NoticeSettings.Tls;
import org.springframework.stereotype.Component;

/** Mail, handed to the server that the settings name. */
@Component
class MailChannel implements Channel {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String MILLIS_TO_WAIT = "10000";

    private final @Nullable Mail settings;
    private final Clock clock;

    MailChannel(NoticeSettings settings, Clock clock) {
        this.settings = settings.mail();
        this.clock = clock;
    }

    @Override
    public String code() {
        return "mail";
    }

    @Override
    public boolean isOpen() {
        return settings != null;
    }

    @Override
    public void send(Letter letter) throws NotDelivered {
        if (settings == null) {
            throw new NotDelivered(Why.CLOSED);
        }
        try {
            Transport.send(message(settings, letter));
        } catch (AddressException | SendFailedException refused) {
            throw new NotDelivered(Why.REFUSED, refused);
        } catch (MessagingException away) {
            throw new NotDelivered(Why.UNREACHABLE, away);
        }
    }

    private MimeMessage message(Mail mail, Letter letter) throws MessagingException {
        var message = new Numbered(session(mail), letter.id() + "@linli");
        message.setFrom(new InternetAddress(mail.from(), true));
        message.setRecipient(RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), UTF_8);
        message.setText(letter.text(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.stop() != null) {
            message.setHeader("List-Unsubscribe", "<" + letter.stop() + ">");
        }
        return message;
    }

    private static Session session(Mail mail) {
        var properties = new Properties();
        properties.put("mail.smtp.host", mail.host());
        properties.put("mail.smtp.port", String.valueOf(mail.port()));
        properties.put("mail.smtp.ssl.enable", String.valueOf(mail.tls() == Tls.IMPLICIT));
        properties.put("mail.smtp.starttls.enable", String.valueOf(mail.tls() == Tls.STARTTLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(mail.tls() == Tls.STARTTLS));
        properties.put("mail.smtp.auth", String.valueOf(mail.user() != null));
        for (var wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail.smtp." + wait, MILLIS_TO_WAIT);
        }
        return Session.getInstance(properties, mail.user() == null ? null : signIn(mail));
    }

    private static Authenticator signIn(Mail mail) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(mail.user(), mail.secret());
            }
        };
    }

    /** Called the same whenever it is sent, so that mailboxes know it again. */
    private static final class Numbered extends MimeMessage {

        private final String id;

        Numbered(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
