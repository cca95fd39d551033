/* Registering webhooks, stopping them, their deliveries, sending one again. The secret is in one answer and never again. */
import { randomBytes } from 'node:crypto'
import { uuidV7 } from '../../../kernel/ids.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { mustParse, parse, record } from '../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute, readRoute } from '../../../platform/http/build-route.ts'
import { destinationFault } from '../../../platform/http/destination.ts'
import { type Incoming, type Route, can } from '../../../platform/http/route.ts'
import { readHead } from '../../../platform/log/store.ts'
import { DeliveryId, DeliveryList, MadeWebhook, MakeWebhook, WebhookId, WebhookList } from '../contract.ts'
import { newHookSecret, sealSecret } from './hook-secret.ts'
import type { WebhookParts } from './parts.ts'
import { countDeliveries, insertHook, listActiveHooks, listDeliveries, listHooks, movePlace, sendAgain, stopHook } from './store.ts'

const allow = can('webhooks.manage')
const hookParams = record({ webhook: WebhookId })
const deliveryParams = record({ delivery: DeliveryId })

export const webhookRoutes = (parts: WebhookParts): readonly Route[] => [
  readRoute({
    path: '/api/webhooks',
    allow,
    summary: 'Webhooks with their kinds, whose they are and how their deliveries stand; never a secret',
    answer: WebhookList,
    read: async ({ tx, tenant }) => {
      const [rows, counts] = [await listHooks(tx, tenant), await countDeliveries(tx, tenant)]
      const organisations = await parts.people.listOrganisations(tx, undefined, tenant)
      const names = new Map(organisations.map((one): [string, string] => [one.id, one.name]))
      return accepted(
        mustParse(WebhookList, {
          webhooks: rows.map(({ secret: _secret, organisation, ...row }) => {
            const { waiting = 0, delivered = 0, givenUp = 0, lastProblem = null } = counts.get(row.id) ?? {}
            return { ...row, organisation: names.get(organisation ?? '') ?? null, waiting, delivered, givenUp, lastProblem }
          }),
          organisations: organisations.map(({ id, name }) => ({ id, name })),
        }),
      )
    },
  }),
  rawRoute({
    ...{ method: 'POST', path: '/api/webhooks', allow, schemas: { body: MakeWebhook, answer: MadeWebhook } },
    summary: 'Registers a webhook: https address, kinds, whose it is; the answer holds its secret, this once',
    answer: async (incoming) => {
      const asked = parse(MakeWebhook, incoming.body)
      return asked.ok ? outcomeReply(await make(parts, incoming, asked.value)) : badInput(asked.faults)
    },
  }),
  rawRoute({
    ...{ method: 'POST', path: '/api/webhooks/:webhook/stops', allow, schemas: { params: hookParams } },
    summary: 'Nothing more is sent there; its deliveries stay to be read',
    answer: async (incoming) => {
      const asked = parse(hookParams, incoming.params)
      if (!asked.ok) return badInput(asked.faults)
      const done = await parts.database.transaction((tx) => stopHook(tx, parts.tenant, asked.value.webhook, incoming.now))
      return outcomeReply(done ? accepted({}) : refused('unknown-webhook'))
    },
  }),
  readRoute({
    path: '/api/webhooks/:webhook/deliveries',
    allow,
    summary: 'The newest deliveries of a webhook, what was sent and why one did not arrive',
    params: hookParams,
    answer: DeliveryList,
    read: async ({ tx, tenant, params }) =>
      accepted(mustParse(DeliveryList, { deliveries: await listDeliveries(tx, tenant, params.webhook) })),
  }),
  rawRoute({
    ...{ method: 'POST', path: '/api/webhook-deliveries/:delivery/again', allow, schemas: { params: deliveryParams } },
    summary: 'Sends a delivery again, under the same id',
    answer: async (incoming) => {
      const asked = parse(deliveryParams, incoming.params)
      if (!asked.ok) return badInput(asked.faults)
      const done = await parts.database.transaction((tx) => sendAgain(tx, parts.tenant, asked.value.delivery, incoming.now))
      return outcomeReply(done ? accepted({}) : refused('unknown-webhook-delivery'))
    },
  }),
]

async function make(parts: WebhookParts, { who, now }: Incoming, data: MakeWebhook): Promise<Outcome<unknown>> {
  if (data.kinds.length === 0) return refused('webhook-without-kinds')
  const { destinations, tenant } = parts
  if (destinationFault(data.url, destinations) !== null) return refused('webhook-address-not-allowed')
  const url = new URL(data.url)
  // Over the open net in clear text only to a receiver that the operator named.
  if (url.protocol !== 'https:' && !destinations.allowed.has(url.host)) return refused('webhook-needs-https')
  const organisation = data.organisation ?? who.organisation
  return parts.database.transaction(async (tx): Promise<Outcome<unknown>> => {
    const own = (await parts.people.listOrganisations(tx, undefined, tenant)).find((one) => one.id === organisation)
    if (!own) return refused('unknown-organisation')
    const secret = newHookSecret()
    const id = uuidV7(Date.parse(now), randomBytes(10))
    // What happened before anybody wanted to hear of it is not told.
    if ((await listActiveHooks(tx, tenant)).length === 0) await movePlace(tx, tenant, (await readHead(tx, tenant))?.position ?? 0)
    const seesAll = own.kind === 'ministry'
    const sealed = sealSecret(parts.secret, secret)
    await insertHook(tx, tenant, {
      id,
      organisation: own.id,
      url: data.url,
      kinds: data.kinds,
      secret: sealed,
      seesAll,
      madeBy: who.account,
      madeAt: now,
    })
    return accepted(mustParse(MadeWebhook, { id, secret }))
  })
}
