/* Where letters go: said by the surroundings (a password belongs there) or on the command line. Without both there is no mail. */
import { type MailSettings, settingsFault } from '../platform/mail/mailer.ts'
import { type OptionValues, UsageFault } from './command.ts'

/** `null` when nothing was said of mail. */
export function mailSettingsOf(options: OptionValues): MailSettings | null {
  const said = (option: string, name: string): string => {
    const given = options[option]
    return typeof given === 'string' ? given : (process.env[name] ?? '')
  }
  const [url, from] = [said('smtp-url', 'CHANZO_SMTP_URL'), said('mail-from', 'CHANZO_MAIL_FROM')]
  if (url === '' && from === '') return null
  if (url === '')
    throw new UsageFault('A sender is set but no mail server: set CHANZO_SMTP_URL, for example smtps://user:password@mail.example:465.')
  if (from === '') throw new UsageFault('A mail server is set but no sender: set CHANZO_MAIL_FROM, for example chanzo@mines.example.')
  const fault = settingsFault({ url, from })
  if (fault === 'address-not-smtp') throw new UsageFault('CHANZO_SMTP_URL must begin with smtp:// or smtps:// and name a server.')
  if (fault === 'sender-not-an-address') throw new UsageFault('CHANZO_MAIL_FROM must be one address, such as chanzo@mines.example.')
  return { url, from }
}
