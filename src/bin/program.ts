/*
The whole program on one database: modules, log, sign-in, HTTP. The server, every command and every test open the same thing;
only the clock, the keys and the address differ.
*/
import type { FastifyInstance } from 'fastify'
import { type Database, connect } from '../platform/database/connect.ts'
import { type Dispatch, dispatchTo } from '../platform/http/dispatch.ts'
import { createHttpServer, doorOf } from '../platform/http/http-server.ts'
import type { Route } from '../platform/http/route.ts'
import type { KeyRing } from '../platform/keys/signer.ts'
import { type Log, openLog } from '../platform/log/log.ts'
import { aboutRoutes } from './about.ts'
import { type Modules, createModules } from './modules.ts'
import { openApiRoute } from './open-api.ts'
import { refusalStatus } from './refusal-status.ts'

export interface ProgramOptions {
  readonly connectionString: string
  readonly keys: KeyRing
  readonly clock: () => string
  readonly tenant: string
  readonly baseUrl: string
  readonly secret: string
  readonly demo: boolean
  /** Where the people of a test do without the second factor as those of a demonstration do. */
  readonly mayWaiveSecondFactor?: boolean
  /** Of a demonstration that is shown on a later day; `clock` is ahead by as much. */
  readonly daysAhead?: number
  /** True for a world that is played in its own time (tests, the past of the demonstration). */
  readonly simulatedClock?: boolean
}

export interface Program {
  readonly database: Database
  readonly log: Log
  readonly modules: Modules
  readonly routes: readonly Route[]
  /** What the door of a hall has, and the main server has not. */
  readonly hallRoutes: readonly Route[]
  readonly tenant: string
  readonly clock: () => string
  /** A server that is not listening yet. */
  readonly createHttp: (
    reportFault?: (fault: { readonly id: string; readonly route: string; readonly error: unknown }) => void,
  ) => Promise<FastifyInstance>
  /** A second server for a hall of a workshop: its pages and nothing else of the program, whoever asks. */
  readonly createHall: Program['createHttp']
  readonly close: () => Promise<void>
}

export async function openProgram(options: ProgramOptions): Promise<Program> {
  const { clock, tenant, keys, baseUrl, secret } = options
  const database = connect({ connectionString: options.connectionString })
  const opened: { log?: Log } = {}
  const logOpened = (): Log => {
    if (opened.log) return opened.log
    throw new Error('the log was asked for before it was opened')
  }
  const dispatch: { ask: Dispatch } = {
    ask: () => {
      throw new Error('a route was asked for before the routes were known')
    },
  }
  const modules = createModules({
    database,
    keys,
    tenant,
    clock,
    baseUrl,
    secret,
    isDemonstration: options.demo || options.mayWaiveSecondFactor === true,
    log: logOpened,
    dispatch: (asked) => dispatch.ask(asked),
    dispatchTogether: (commands, work) =>
      logOpened().together({ tenant, commands }, (inside) => {
        const door = doorOf(inside, { isKept: true })
        return work((asked) => dispatch.ask({ ...asked, door }))
      }),
  })
  const projections = modules.all.flatMap((one) => one.projections)
  const log = await openLog({
    database,
    signer: keys.signer('log'),
    projections,
    clock,
    deviceKey: modules.deviceKey,
    simulatedClock: options.simulatedClock ?? false,
  })
  opened.log = log
  const own = modules.all.flatMap((one) => one.routes)
  const routes = [...own, ...aboutRoutes({ demo: options.demo, daysAhead: options.daysAhead ?? 0 }), openApiRoute(own)]
  const hallRoutes = modules.all.flatMap((one) => one.hallRoutes ?? [])
  dispatch.ask = dispatchTo(routes, { door: doorOf(log), keptDoor: doorOf(log, { isKept: true }), clock })
  return {
    database,
    log,
    modules,
    routes,
    hallRoutes,
    tenant,
    clock,
    createHttp: async (reportFault = () => undefined) => {
      const { authenticate } = modules
      const overTls = baseUrl.startsWith('https:')
      const upgrades = modules.all.flatMap((one) => one.upgrades ?? [])
      const app = await createHttpServer({ routes, upgrades, log, tenant, clock, refusalStatus, reportFault, authenticate, overTls })
      modules.mountSignIn(app)
      return app
    },
    createHall: (reportFault = () => undefined) =>
      createHttpServer({ routes: hallRoutes, log, tenant, clock, refusalStatus, reportFault, authenticate: () => Promise.resolve(null) }),
    close: database.close,
  }
}

/** Whoever stands at the server's own terminal: no account, every area. */
export const OPERATOR = { account: 'operator', organisation: null, role: null } as const
