/* EPCIS as the program's registry sees it: routes, a stream, the read tables of what was captured, and the rounds that `serve` keeps going. */
import type { ServerModule } from '../../platform/http/server-module.ts'
import { destinationsFrom } from '../../platform/http/destination.ts'
import { type DeliveryParts, deliverDue } from './server/deliver.ts'
import { captureRoutes } from './server/http-capture.ts'
import { eventRoutes } from './server/http-events.ts'
import { type IdentifierParts, identifierRoutes } from './server/http-identifiers.ts'
import { officeRoutes } from './server/http-office.ts'
import { queryRoutes } from './server/http-queries.ts'
import { createJobQueue } from './server/job-queue.ts'
import { epcisProjection } from './server/projection.ts'
import type { CaptureParts } from './server/capture-parts.ts'
import { runCapture } from './server/run-capture.ts'
import { sayCustody } from './server/say-custody.ts'
import { listUnfinished } from './server/store-captures.ts'
import { streamUpgrade } from './server/stream.ts'
import { EPCIS_CAPTURE, EventCaptured, EventSettled, MasterDataCaptured, epcisKinds } from './words.ts'

/** Between two rounds. */
const PAUSE = 1000

export interface EpcisRounds {
  readonly stop: () => Promise<void>
}
export type EpcisModule = ServerModule & {
  /** When no capture job waits here any more. */
  readonly idle: () => Promise<void>
  /** One round: jobs that a killed server left, custody said in EPCIS, subscriptions that are due. */
  readonly round: () => Promise<void>
  readonly start: (onFault: (error: unknown) => void) => EpcisRounds
}

export function createEpcisModule(given: CaptureParts & IdentifierParts & Partial<Pick<DeliveryParts, 'destinations'>>): EpcisModule {
  const parts: DeliveryParts = { ...given, destinations: given.destinations ?? destinationsFrom(process.env['CHANZO_EPCIS_CALLBACKS']) }
  const fault: { report: (error: unknown) => void } = { report: () => undefined }
  // A job that a fault stopped stays unfinished, and the rounds take it up.
  const queue = createJobQueue(
    (id) => runCapture(parts, id),
    (error) => fault.report(error),
  )
  const round = async (): Promise<void> => {
    const left = await parts.database.read((tx) => listUnfinished(tx, parts.tenant))
    for (const id of left) if (!queue.has(id)) queue.add(id)
    await sayCustody(parts)
    await deliverDue(parts)
  }
  return {
    name: 'epcis',
    routes: [
      ...captureRoutes(parts, queue),
      ...eventRoutes(parts, queue),
      ...queryRoutes(parts),
      ...identifierRoutes(given),
      ...officeRoutes(parts),
    ],
    upgrades: [streamUpgrade(parts, (error) => fault.report(error))],
    projections: [epcisProjection],
    aggregates: [
      {
        name: EPCIS_CAPTURE,
        kinds: { [epcisKinds.captured]: EventCaptured, [epcisKinds.masterData]: MasterDataCaptured, [epcisKinds.settled]: EventSettled },
      },
    ],
    idle: queue.idle,
    round,
    start: (onFault) => {
      fault.report = onFault
      return startRounds(round, onFault)
    },
  }
}

function startRounds(round: () => Promise<void>, onFault: (error: unknown) => void): EpcisRounds {
  const state = { isStopped: false }
  const going = (async () => {
    while (!state.isStopped) {
      await round().catch(onFault)
      await new Promise((resolve) => setTimeout(resolve, PAUSE).unref())
    }
  })()
  return {
    stop: async () => {
      state.isStopped = true
      await Promise.race([going, new Promise((resolve) => setTimeout(resolve, 3000).unref())])
    },
  }
}
