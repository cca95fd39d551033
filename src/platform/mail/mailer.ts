/*
Sends one letter over SMTP. It knows three answers: taken, refused for good (the address or the letter), and later (the server is
away, busy, or asks to come back). An answer is told by its code only: what a mail server says repeats addresses. It knows no account,
no text and no schedule.
*/
import { createTransport } from 'nodemailer'

export interface MailSettings {
  /** `smtp://user:password@host:587` or `smtps://…:465`; `?requireTLS=true` refuses a line without TLS. */
  readonly url: string
  /** The address that letters come from. */
  readonly from: string
}
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same letter has the same id, so that a mail server that saw it twice can tell. */
  readonly messageId: string
  readonly headers: { readonly [name: string]: string }
}
export type Sent = { readonly is: 'sent' } | { readonly is: 'refused' | 'later'; readonly problem: string }
export interface Mailer {
  readonly send: (letter: Letter) => Promise<Sent>
  readonly close: () => void
}

const SECONDS = 1000

/** What is wrong with the settings, as a word; `null` when they can be used. */
export function settingsFault({ url, from }: MailSettings): 'address-not-smtp' | 'sender-not-an-address' | null {
  if (!URL.canParse(url)) return 'address-not-smtp'
  const { protocol, hostname } = new URL(url)
  if ((protocol !== 'smtp:' && protocol !== 'smtps:') || hostname === '') return 'address-not-smtp'
  return /^[^\s@<>"]+@[^\s@<>"]+$/.test(from) ? null : 'sender-not-an-address'
}

export function createMailer({ url, from }: MailSettings): Mailer {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url)
  const secure = protocol === 'smtps:'
  const transport = createTransport({
    host: hostname.replaceAll(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    // A password never goes over a line that somebody in between made plain, unless the operator says so.
    requireTLS: searchParams.get('requireTLS') === 'true' || (username !== '' && searchParams.get('requireTLS') !== 'false'),
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...certificatesOf(searchParams),
    connectionTimeout: 15 * SECONDS,
    greetingTimeout: 15 * SECONDS,
    socketTimeout: 30 * SECONDS,
    // A letter is text of our own; nothing is ever fetched or read from disk for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ headers, ...letter }) => {
      try {
        await transport.sendMail({ from: { name: 'Chanzo', address: from }, ...letter, headers: { ...headers } })
        return { is: 'sent' }
      } catch (error) {
        return verdictOf(error)
      }
    },
    close: () => transport.close(),
  }
}

/** A mail server of the house may carry a certificate of its own; that it is not checked has to be said. */
const certificatesOf = (asked: URLSearchParams) => (asked.get('tls') === 'unchecked' ? { tls: { rejectUnauthorized: false } } : {})

/** 5xx to the address or the letter is final; everything else (a password that was changed, a server that is away) may pass. */
export function verdictOf(error: unknown): Sent {
  const code = fieldOf(error, 'code')
  const answer = Number(fieldOf(error, 'responseCode'))
  const problem = [code, Number.isInteger(answer) && answer > 0 ? String(answer) : ''].filter((part) => part !== '').join(' ') || 'unknown'
  const isFinal = answer >= 500 && answer < 600 && code !== 'EAUTH'
  return { is: isFinal ? 'refused' : 'later', problem: problem.slice(0, 60) }
}

function fieldOf(error: unknown, name: string): string {
  if (typeof error !== 'object' || error === null) return ''
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
