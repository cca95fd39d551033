/* Webhooks as the program sees them: routes, and the rounds that `serve` keeps going. */
import type { ServerModule } from '../../platform/http/server-module.ts'
import { destinationsFrom } from '../../platform/http/destination.ts'
import { deliverDue } from './server/deliver.ts'
import { webhookRoutes } from './server/http.ts'
import type { WebhookParts } from './server/parts.ts'
import { readOn } from './server/read-log.ts'

const PAUSE = 2000

export type WebhooksModule = ServerModule & {
  /** One round: what is new in the log, then what is due; the number of deliveries that were taken. */
  readonly round: () => Promise<number>
  readonly start: (onFault: (error: unknown) => void) => { readonly stop: () => Promise<void> }
}

/** `CHANZO_WEBHOOK_PRIVATE` names receivers of our own network that are meant, parted by commas: `127.0.0.1:9000,erp.local`; those may be http. */
export function createWebhooksModule(
  given: Omit<WebhookParts, 'destinations'> & Partial<Pick<WebhookParts, 'destinations'>>,
): WebhooksModule {
  const noted: { tell: (error: unknown) => void } = { tell: () => undefined }
  const onFault = (error: unknown): void => (given.onFault ?? noted.tell)(error)
  const parts: WebhookParts = {
    ...given,
    onFault,
    destinations: given.destinations ?? destinationsFrom(process.env['CHANZO_WEBHOOK_PRIVATE']),
  }
  const round = async (): Promise<number> => {
    while (!(await readOn(parts)));
    return deliverDue(parts)
  }
  return {
    name: 'webhooks',
    routes: webhookRoutes(parts),
    projections: [],
    aggregates: [],
    round,
    start: (tell) => {
      noted.tell = tell
      return startRounds(round, tell)
    },
  }
}

function startRounds(round: () => Promise<unknown>, onFault: (error: unknown) => void): { readonly stop: () => Promise<void> } {
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
