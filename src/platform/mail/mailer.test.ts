import { afterEach, describe, expect, test } from 'vitest'
import { type MailServer, startMailServer } from '../../../test/mail-server.ts'
import { createMailer, settingsFault } from './mailer.ts'

const letter = {
  to: 'officer@mines.example',
  subject: 'Essai : é',
  text: 'Bonjour',
  messageId: '<one@chanzo.example>',
  headers: { 'X-One': '1' },
}
const servers: MailServer[] = []
const start = async (given?: Parameters<typeof startMailServer>[0]): Promise<MailServer> => {
  const server = await startMailServer(given)
  servers.push(server)
  return server
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
})
const sendTo = async (url: string) => {
  const mailer = createMailer({ url, from: 'chanzo@mines.example' })
  const done = await mailer.send(letter)
  mailer.close()
  return done
}

describe('over a real mail server', () => {
  test('a letter arrives with its sender, its id and its own headers', async () => {
    const { url, arrived } = await start()
    expect(await sendTo(url)).toEqual({ is: 'sent' })
    expect(arrived).toMatchObject([{ to: ['officer@mines.example'], overTls: false }])
    for (const line of ['From: Chanzo <chanzo@mines.example>', 'Message-ID: <one@chanzo.example>', 'X-One: 1'])
      expect(arrived[0]?.raw).toContain(line)
  })
  test('with TLS asked for: the line is encrypted, or the letter does not go', async () => {
    const secure = await start({ options: { hideSTARTTLS: false } })
    expect(await sendTo(`${secure.url}?requireTLS=true&tls=unchecked`)).toEqual({ is: 'sent' })
    expect(secure.arrived[0]?.overTls).toBe(true)
    expect(await sendTo(`${secure.url}?requireTLS=true`)).toMatchObject({ is: 'later' })
    const bare = await start()
    expect(await sendTo(`${bare.url}?requireTLS=true`)).toMatchObject({ is: 'later' })
    expect(bare.arrived).toEqual([])
  })
  test('with a password: the right one is taken, a wrong one may be mended', async () => {
    const { port } = await start({
      options: {
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: ({ username, password }, _session, done) =>
          username === 'chanzo@mines' && password === 'p@ss' ? done(null, { user: 1 }) : done(new Error('no')),
      },
    })
    expect(await sendTo(`smtp://chanzo%40mines:p%40ss@127.0.0.1:${port}`), 'no password over a plain line').toMatchObject({ is: 'later' })
    expect(await sendTo(`smtp://chanzo%40mines:p%40ss@127.0.0.1:${port}?requireTLS=false`)).toEqual({ is: 'sent' })
    expect(await sendTo(`smtp://chanzo%40mines:wrong@127.0.0.1:${port}?requireTLS=false`)).toMatchObject({
      is: 'later',
      problem: expect.stringContaining('EAUTH'),
    })
  })
  test('an unknown address is refused for good, a full box may pass; the answer never repeats the address', async () => {
    const gone = await start({ onRcpt: (address) => ({ code: 550, say: `${address} unknown` }) })
    expect(await sendTo(gone.url)).toEqual({ is: 'refused', problem: 'EENVELOPE 550' })
    const busy = await start({ onRcpt: () => ({ code: 452, say: 'full' }) })
    expect(await sendTo(busy.url)).toEqual({ is: 'later', problem: 'EENVELOPE 452' })
  })
  test('a server that is away may come back', async () => {
    const { url, stop } = await startMailServer()
    await stop()
    expect(await sendTo(url)).toMatchObject({ is: 'later', problem: expect.stringMatching(/ESOCKET|ECONNECTION/) })
  })
})

test.each([
  ['smtp://mail.example:587', 'chanzo@mines.example', null],
  ['smtps://u:p@mail.example', 'chanzo@mines.example', null],
  ['mail.example', 'chanzo@mines.example', 'address-not-smtp'],
  ['https://mail.example', 'chanzo@mines.example', 'address-not-smtp'],
  ['smtp://mail.example', 'Chanzo <chanzo@mines.example>', 'sender-not-an-address'],
])('%s from %s: %s', (url, from, fault) => expect(settingsFault({ url, from })).toBe(fault))
