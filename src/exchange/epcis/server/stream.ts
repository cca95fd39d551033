/*
A query with a name as a stream: the address that runs it, opened as a WebSocket. Every document is a message; what is new is looked for
once a second, or at the times of a schedule. What a client says is not listened to; one that does not answer is let go.
*/
import { WebSocket, WebSocketServer } from 'ws'
import { can } from '../../../platform/http/route.ts'
import type { Upgrade, Upgrading } from '../../../platform/http/upgrade.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type DeliveryParts, formatOf, horizonOf, newsOf } from './deliver.ts'
import { type Exception, problem } from './errors.ts'
import { notAcceptable } from './headers.ts'
import type { Query } from './query.ts'
import { isInstant } from './read-values.ts'
import { type Schedule, nextAfter, readSchedule } from './schedule.ts'
import { documentOf } from './search.ts'
import { findQuery } from './store-queries.ts'
import { readStored } from './stored-query.ts'

const LOOK_EVERY = 1000
const PING_EVERY = 30_000
/** Of all accounts together, and of one (D). */
const MOST = 200
const MOST_OF_ONE = 10

interface Wanted {
  readonly schedule: Schedule | null
  readonly reportIfEmpty: boolean
  readonly initialRecordTime: string | null
}
const TIMES = ['second', 'minute', 'hour', 'dayOfMonth', 'month', 'dayOfWeek']

function wantedIn(query: { readonly [name: string]: string }): Outcome<Wanted> {
  const { stream, reportIfEmpty = 'false', initialRecordTime = null, ...times } = query
  const unknown = Object.keys(times).find((name) => !TIMES.includes(name))
  if (unknown !== undefined) return refused(`unknown parameter ${unknown.slice(0, 200)}`)
  const schedule = Object.keys(times).length === 0 ? null : readSchedule(times)
  if (schedule !== null && !schedule.ok) return refused(schedule.refusal.code)
  if (schedule !== null && stream === 'true') return refused('either stream=true or a schedule, not both')
  if (stream !== undefined && stream !== 'true' && stream !== 'false') return refused('stream is true or false')
  if (reportIfEmpty !== 'true' && reportIfEmpty !== 'false') return refused('reportIfEmpty is true or false')
  if (initialRecordTime !== null && !isInstant(initialRecordTime)) return refused('initialRecordTime: a time with its offset')
  return accepted({ schedule: schedule === null ? null : schedule.value, reportIfEmpty: reportIfEmpty === 'true', initialRecordTime })
}

export function streamUpgrade(parts: DeliveryParts, report: (error: unknown) => void): Upgrade {
  const server = new WebSocketServer({ noServer: true, maxPayload: 4096, clientTracking: true })
  const accounts = new Map<WebSocket, string>()
  return {
    path: '/epcis/queries/:query/events',
    allow: can('exchange.epcis-query'),
    accept: async (upgrading) => {
      const { who, params, query, headers, refuse } = upgrading
      const say = (exception: Exception, detail?: string): void => {
        const { status, body } = problem(exception, detail === undefined ? {} : { detail })
        refuse(status, String(body))
      }
      if (notAcceptable({ headers: { ...headers, accept: undefined } })) return say('NotAcceptableException')
      const wanted = wantedIn(query)
      if (!wanted.ok) return say('SubscriptionControlsException', wanted.refusal.code)
      const row = await parts.database.read((tx) => findQuery(tx, who.tenant, params['query'] ?? ''))
      if (row === null) return say('NoSuchNameException')
      const read = readStored(row.query)
      if (!read.ok) return say('QueryValidationException', read.refusal.code)
      const own = [...accounts.values()].filter((one) => one === who.account).length
      if (accounts.size >= MOST || own >= MOST_OF_ONE) return refuse(503, '')
      const from = wanted.value.initialRecordTime === null ? await horizonOf(parts, who.tenant) : 0
      const format = formatOf(headers['gs1-epc-format'] ?? '')
      open(server, upgrading, (socket) => {
        accounts.set(socket, who.account)
        socket.once('close', () => accounts.delete(socket))
        feed({ parts, socket, report, account: who.account, name: row.name, query: read.value, wanted: wanted.value, from, format })
      })
    },
    close: () => {
      for (const client of server.clients) client.close(1001, 'the server stops')
      server.close()
    },
  }
}
const open = (server: WebSocketServer, { request, socket, head }: Upgrading, done: (socket: WebSocket) => void): void =>
  server.handleUpgrade(request, socket, head, done)

interface Feeding {
  readonly parts: DeliveryParts
  readonly socket: WebSocket
  readonly report: (error: unknown) => void
  readonly account: string
  readonly name: string
  readonly query: Query
  readonly wanted: Wanted
  readonly from: number
  readonly format: ReturnType<typeof formatOf>
}
function feed({ parts, socket, report, account, name, query, wanted, from, format }: Feeding): void {
  const state = { from, isBusy: false, isAlive: true, nextAt: wanted.schedule === null ? '' : nextAfter(wanted.schedule, parts.clock()) }
  const look = async (): Promise<void> => {
    const now = parts.clock()
    if (state.nextAt > now || socket.readyState !== WebSocket.OPEN || socket.bufferedAmount > 5_000_000) return
    const news = await newsOf(parts, { account, query, from: state.from, since: wanted.initialRecordTime })
    if (news === null) return socket.close(1008, 'this account may not read any more')
    if (!(await parts.database.read((tx) => findQuery(tx, parts.tenant, name)))) return socket.close(1000, 'the query was ended')
    if (news.found.length > 0 || (wanted.reportIfEmpty && wanted.schedule !== null))
      socket.send(documentOf(news.found, { createdAt: now, format, queryName: name }))
    state.from = news.upto
    if (wanted.schedule !== null && !news.isMore) state.nextAt = nextAfter(wanted.schedule, now)
  }
  const looking = setInterval(() => {
    if (state.isBusy) return
    state.isBusy = true
    look()
      .catch(report)
      .finally(() => (state.isBusy = false))
  }, LOOK_EVERY)
  const pinging = setInterval(() => {
    if (!state.isAlive) return socket.terminate()
    state.isAlive = false
    socket.ping()
  }, PING_EVERY)
  looking.unref()
  pinging.unref()
  socket.on('pong', () => (state.isAlive = true))
  socket.on('error', () => socket.terminate())
  socket.once('close', () => {
    clearInterval(looking)
    clearInterval(pinging)
  })
}
