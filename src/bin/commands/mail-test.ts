/* `chanzo mail test ADDRESS`: one letter now, to see whether the mail settings work. Opens no database. */
import { randomBytes } from 'node:crypto'
import { createMailer } from '../../platform/mail/mailer.ts'
import { type Command, EXIT, UsageFault } from '../command.ts'
import { mailTestText } from '../command-texts.ts'
import { mailSettingsOf } from '../mail-settings.ts'
import { wordsOf } from '../sentences.ts'

export const mailTest: Command = {
  ...mailTestText,
  run: async ({ operands: [to = ''], options, terminal }) => {
    const settings = mailSettingsOf(options)
    if (!settings) throw new UsageFault('No mail is set: set CHANZO_SMTP_URL and CHANZO_MAIL_FROM.')
    if (!/^[^\s@<>"]+@[^\s@<>"]+$/.test(to)) throw new UsageFault('ADDRESS is one address, such as officer@mines.example.')
    const mailer = createMailer(settings)
    try {
      const done = await mailer.send({
        to,
        subject: wordsOf('notice.mail.test.subject', {}),
        text: wordsOf('notice.mail.test.text', {}),
        messageId: `<${randomBytes(12).toString('hex')}@${settings.from.split('@')[1] ?? 'localhost'}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      if (done.is === 'sent') {
        terminal.result({ sent: true }, [`The mail server took the letter to ${to}. Look whether it arrives.`])
        return EXIT.done
      }
      terminal.result({ sent: false, problem: done.problem }, [
        done.is === 'refused'
          ? `The mail server refused the letter (${done.problem}). Check the address and the sender.`
          : `The letter did not go (${done.problem}). Check server, port, user and password in CHANZO_SMTP_URL, and whether the server can be reached from here.`,
      ])
      return EXIT.no
    } finally {
      mailer.close()
    }
  },
}
