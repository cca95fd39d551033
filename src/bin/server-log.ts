/*
The server's own log: one JSON line a fault, on stderr, for whoever keeps the machine. It knows the route and the fault, never
what was sent, who asked, or an address; what slips into an error is redacted by name.
*/
import pino from 'pino'

export interface Fault {
  readonly id: string
  readonly route: string
  readonly error: unknown
}

/** `detail` and `where` are the database's own words: they quote the values of the row that it refused. */
const REDACTED = ['password', 'email', 'name', 'token', 'secret', 'cookie', 'authorization', 'detail', 'where'].flatMap((word) => [
  word,
  `*.${word}`,
  `error.${word}`,
  `error.*.${word}`,
])

export function openServerLog(destination: pino.DestinationStream = pino.destination({ fd: 2, sync: true })): {
  readonly fault: (fault: Fault) => void
} {
  const log = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: REDACTED, serializers: { error: pino.stdSerializers.err } },
    destination,
  )
  return { fault: ({ id, route, error }) => log.error({ fault: id, route, error }, 'fault') }
}
