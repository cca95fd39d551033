/* The timer of `serve` for webhooks: reads on in the log and sends what is due. */
import type { Program } from './program.ts'
import { openServerLog } from './server-log.ts'

export function startWebhookRounds({ modules }: Pick<Program, 'modules'>): { readonly stop: () => Promise<void> } {
  const { fault } = openServerLog()
  return modules.webhooks.start((error) => fault({ id: 'webhooks', route: 'webhooks', error }))
}
