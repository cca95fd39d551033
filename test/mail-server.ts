/* A real mail server on this machine for tests: it keeps what it was sent, and can be told to refuse, to be busy or to be away. */
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface Arrived {
  readonly to: readonly string[]
  readonly raw: string
  readonly overTls: boolean
}
export interface MailServer {
  readonly url: string
  readonly port: number
  readonly arrived: Arrived[]
  readonly stop: () => Promise<void>
}

export async function startMailServer({
  port = 0,
  options = {},
  onRcpt,
}: {
  readonly port?: number
  readonly options?: SMTPServerOptions
  readonly onRcpt?: (address: string) => { readonly code: number; readonly say: string } | null
} = {}): Promise<MailServer> {
  const arrived: Arrived[] = []
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const refusal = onRcpt?.(address) ?? null
      done(refusal ? Object.assign(new Error(refusal.say), { responseCode: refusal.code }) : null)
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8')
        arrived.push({ to: session.envelope.rcptTo.map((one) => one.address), raw, overTls: session.secure })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  const address = server.server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  return { url: `smtp://127.0.0.1:${bound}`, port: bound, arrived, stop: () => new Promise((stopped) => server.close(() => stopped())) }
}
