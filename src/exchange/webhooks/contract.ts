/* Webhooks: who is told of what over the network, and what became of each telling. Words of the screens. */
import { type Infer, count, id, instant, listOf, maybe, oneOf, orNull, record, text, yesOrNo } from '../../kernel/schema.ts'
import { OrganisationId } from '../../modules/people/contract.ts'

export const WebhookId = id('webhook')
export const DeliveryId = id('webhook-delivery')
export const HookKinds = oneOf('status', 'hold', 'certificate', 'refusal', 'revocation')
export type HookKindWord = Infer<typeof HookKinds>

export const MakeWebhook = record({
  url: text(1000),
  kinds: listOf(HookKinds, 5),
  /** Whose machine it is: it is told what this body may see. Without it, the own one. */
  organisation: maybe(OrganisationId),
})
export type MakeWebhook = Infer<typeof MakeWebhook>
/** The secret is in this answer alone. */
export const MadeWebhook = record({ id: WebhookId, secret: text(80) })
export type MadeWebhook = Infer<typeof MadeWebhook>

export const WebhookShown = record({
  id: WebhookId,
  url: text(1000),
  kinds: listOf(HookKinds, 5),
  organisation: orNull(text()),
  seesAll: yesOrNo(),
  madeAt: instant(),
  stoppedAt: orNull(instant()),
  waiting: count(),
  delivered: count(),
  givenUp: count(),
  lastProblem: orNull(text(200)),
})
export type WebhookShown = Infer<typeof WebhookShown>
export const WebhookList = record({
  webhooks: listOf(WebhookShown, 200),
  organisations: listOf(record({ id: OrganisationId, name: text() }), 2000),
})
export type WebhookList = Infer<typeof WebhookList>

export const DeliveryShown = record({
  id: DeliveryId,
  kind: HookKinds,
  state: oneOf('waiting', 'delivered', 'given-up'),
  tries: count(),
  madeAt: instant(),
  nextTryAt: orNull(instant()),
  doneAt: orNull(instant()),
  problem: orNull(text(200)),
  body: text(100_000),
})
export type DeliveryShown = Infer<typeof DeliveryShown>
export const DeliveryList = record({ deliveries: listOf(DeliveryShown, 200) })
export type DeliveryList = Infer<typeof DeliveryList>
