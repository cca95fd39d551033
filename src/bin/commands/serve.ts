/*
`chanzo serve`: opens the data folder, seeds the demonstration unless told not to, listens, and stops cleanly on a signal.
*/
import { createServer } from 'node:net'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { DEMO_PASSWORD, demoAccounts } from '../../../test/world/accounts.ts'
import type { TraceEngine } from '../../modules/custody/server/tracing/engine.ts'
import { startTraceEngine } from '../../modules/custody/server/tracing/start-engine.ts'
import { publishOwnForms } from '../../modules/forms/module.ts'
import { type Command, EXIT, SurroundingsFault, UsageFault } from '../command.ts'
import { serveText } from '../command-texts.ts'
import { type MailRounds, startMailRounds } from '../mail-rounds.ts'
import { mailSettingsOf } from '../mail-settings.ts'
import { type Opened, open } from '../opening.ts'
import { seedDemonstration } from '../seed.ts'
import { newestLearnedAt } from '../../platform/log/store.ts'
import { startCaseRounds } from '../case-rounds.ts'
import { startEpcisRounds } from '../epcis-rounds.ts'
import { startCareRounds } from '../care-rounds.ts'
import { startIncidentRounds } from '../incident-rounds.ts'
import { startLedgerRounds } from '../ledger-rounds.ts'
import { startParcelRounds } from '../parcel-rounds.ts'
import { startScanRounds } from '../scan-rounds.ts'
import { startWebhookRounds } from '../webhook-rounds.ts'
import { type Hall, hallPortOf, openHall } from '../hall.ts'
import { openServerLog } from '../server-log.ts'
import { serveApp } from '../static-app.ts'
import type { Terminal } from '../terminal.ts'

const HOST = process.env['CHANZO_HOST'] ?? '127.0.0.1'
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])
const APP_FOLDER = fileURLToPath(new URL('../../../dist/', import.meta.url))

export const serve: Command = {
  ...serveText,
  run: async ({ options, terminal }) => {
    const port = portOf(options['port'])
    const hallPort = hallPortOf(options['hall-port'])
    await refuseBusyPort(port)
    const began = performance.now()
    const demo = options['empty'] !== true
    if (demo && !LOOPBACK.has(HOST))
      throw new SurroundingsFault(
        `The demonstration has published passwords and is only for this machine; to serve others on ${HOST} say --empty.`,
      )
    const daysAhead = daysAheadOf(options['days-ahead'], demo)
    const mail = mailSettingsOf(options)
    const baseUrl = process.env['CHANZO_URL'] ?? `http://${HOST}:${port}`
    const opened = await open(options, terminal, { baseUrl, demo, mayBeNew: true, daysAhead })
    const app = await startListening({ opened, port, demo, terminal })
    const hall = options['hall'] === true ? await hallFor(opened, hallPort) : null
    announce({ terminal, port, demo, hall, milliseconds: performance.now() - began })
    const rounds = mailRounds(opened, mail, { demo, terminal })
    const parcels = startParcelRounds(opened.program)
    const scans = startScanRounds(opened.program)
    const incidents = startIncidentRounds(opened.program)
    // Nobody comes by a demonstration every month; its people stay awake.
    const care = demo ? null : startCareRounds(opened.program)
    const cases = startCaseRounds(opened.program)
    const ledger = startLedgerRounds(opened.program)
    const tracing = startTracing(opened)
    const epcis = startEpcisRounds(opened.program)
    const webhooks = startWebhookRounds(opened.program)
    await untilSignal()
    terminal.say('Stopping …')
    await rounds?.stop()
    await parcels.stop()
    await scans.stop()
    await ledger.stop()
    await incidents.stop()
    await cases.stop()
    await care?.stop()
    await epcis.stop()
    await webhooks.stop()
    await hall?.close()
    await app.close()
    await tracing.stop()
    await opened.close()
    terminal.say('Stopped. Everything is kept.')
    return EXIT.done
  },
}

/** The people of a demonstration have addresses that nobody reads. */
function mailRounds(
  { program }: Opened,
  mail: ReturnType<typeof mailSettingsOf>,
  { demo, terminal }: { readonly demo: boolean; readonly terminal: Terminal },
): MailRounds | null {
  if (!mail || demo) {
    if (mail) terminal.say('The demonstration sends no mail.')
    return null
  }
  const { fault } = openServerLog()
  return startMailRounds(program.modules.notices, mail, { report: (error) => fault({ id: 'mail', route: 'mail', error }) })
}

/** The lots of the country in memory, beside the server; until it is ready, and whenever it is not, the record answers. */
function startTracing({ program, connectionString, dataDir }: Opened): TraceEngine {
  const { fault } = openServerLog()
  const folder = join(dataDir, 'tracing')
  const engine = startTraceEngine({
    connectionString,
    folder,
    report: (trouble) => fault({ id: 'tracing', route: 'tracing', error: trouble }),
  })
  program.modules.custody.engine.current = engine
  return engine
}

async function startListening({
  opened,
  port,
  demo,
  terminal,
}: {
  opened: Opened
  port: number
  demo: boolean
  terminal: Terminal
}): Promise<FastifyInstance> {
  try {
    await refuseEarlierDay(opened)
    if (demo)
      await seedDemonstration(opened.program, opened.options, (done, total) => terminal.progress('Demonstration province', done, total))
    await publishOwnForms(opened.program)
    const log = openServerLog()
    const app = await opened.program.createHttp(log.fault)
    if (existsSync(APP_FOLDER)) await serveApp(app, APP_FOLDER)
    else terminal.say('The screens are not built (npm start builds them); the interfaces and public pages work.')
    await app.listen({ port, host: HOST })
    return app
  } catch (error) {
    await opened.close()
    throw error
  }
}

async function hallFor(opened: Opened, port: number): Promise<Hall> {
  try {
    return await openHall(opened.program, { port, reportFault: openServerLog().fault })
  } catch (error) {
    await opened.close()
    throw error
  }
}

interface Announcing {
  readonly terminal: Terminal
  readonly port: number
  readonly demo: boolean
  readonly hall: Hall | null
  readonly milliseconds: number
}
function announce({ terminal, port, demo, hall, milliseconds }: Announcing): void {
  const address = `http://${HOST}:${port}`
  const rows = demoAccounts.map((one) => `  ${one.email.padEnd(34)} ${one.does.en}`)
  const people = demo
    ? [
        '',
        `Demonstration sign-ins, all with the password ${DEMO_PASSWORD}`,
        ...rows,
        '',
        'The province and its people are invented. Start with your own data: npm start -- --empty --data DIR',
      ]
    : [
        '',
        'The first accounts, made while this goes on running (who manages accounts; who registers sites):',
        '  bin/chanzo user add --email YOU --role ADMINISTRATOR --password-stdin --data DIR',
        '  bin/chanzo user add --email YOU --role MINES_NAT --password-stdin --data DIR',
        'Every role: docs/guide/operator.md',
      ]
  terminal.result({ address, readyInMs: Math.round(milliseconds), demo, ...(hall ? { hall: [...hall.addresses] } : {}) }, [
    '',
    `Chanzo is ready in ${(milliseconds / 1000).toFixed(1)} s: ${address}`,
    ...(hall ? [`Telephones of a hall come in at ${hall.addresses.join(' or ')}, once a workshop has opened its hall.`] : []),
    ...people,
    '',
    'Stop with Ctrl-C.',
  ])
}

function portOf(given: string | boolean | undefined): number {
  const port = typeof given === 'string' ? Number(given) : 4870
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new UsageFault('--port takes a number from 1 to 65535.')
  return port
}

/** A demonstration that was written in on a later day cannot go back: its entries follow each other in time. */
async function refuseEarlierDay({ program }: Opened): Promise<void> {
  const newest = await program.log.read(newestLearnedAt)
  const ahead = newest === null ? 0 : Math.ceil((Date.parse(newest) - Date.parse(program.clock())) / 86_400_000)
  if (ahead > 1)
    throw new SurroundingsFault(
      `The newest entry of this data folder was written ${ahead} days after what the clock says now. Set the clock; a demonstration that was shown ahead is started with --days-ahead ${ahead} or more, or take a new folder with --data DIR. Nothing was changed.`,
    )
}

/** Only a demonstration is shown on another day; facts of real sites are never written under a day that is not today. */
function daysAheadOf(given: string | boolean | undefined, demo: boolean): number {
  if (typeof given !== 'string') return 0
  const days = Number(given)
  if (!Number.isInteger(days) || days < 1 || days > 3660) throw new UsageFault('--days-ahead takes a number of days from 1 to 3660.')
  if (!demo) throw new UsageFault('--days-ahead shows a demonstration on a later day; it does not go with --empty.')
  return days
}

function refuseBusyPort(port: number): Promise<void> {
  const probe = createServer()
  return new Promise((done, fail) => {
    probe.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        new SurroundingsFault(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is busy: another program listens there. Choose another with --port N.`
            : `Port ${port} cannot be opened (${error.code ?? 'unknown'}); choose another with --port N.`,
        ),
      ),
    )
    probe.listen(port, HOST, () => probe.close(() => done()))
  })
}

function untilSignal(): Promise<void> {
  return new Promise((done) => {
    // A second Ctrl-C must not cut the stopping short, so the handler stays.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done())
  })
}
