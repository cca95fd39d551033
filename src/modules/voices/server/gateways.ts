/*
Gateways that bring text messages and WhatsApp, as the operator names them: `CHANZO_VOICE_GATEWAYS` holds a JSON list
`[{"name":"airtel","kind":"sms","secret":"…"},{"name":"wa","kind":"whatsapp","secret":"…","verifyToken":"…"}]`. Every message is signed with the
secret that both sides know; nothing unsigned is read.
*/
import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Infer, listOf, maybe, mustParse, oneOf, record, text } from '../../../kernel/schema.ts'

export const Gateway = record({
  name: text(40),
  kind: oneOf('sms', 'whatsapp'),
  secret: text(200),
  /** The word that Meta repeats when the address is registered. */
  verifyToken: maybe(text(200)),
  /** How replies go out: in the answer to the message, or fetched from the outbox. WhatsApp only fetches. */
  replies: maybe(oneOf('answer', 'outbox')),
})
export type Gateway = Infer<typeof Gateway>

export function gatewaysFrom(setting: string | undefined): readonly Gateway[] {
  if (setting === undefined || setting.trim() === '') return []
  return mustParse(listOf(Gateway, 20), JSON.parse(setting))
}

export const signatureOf = (secret: string, bytes: Uint8Array | string): string =>
  `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`

export function isSigned(secret: string, bytes: Uint8Array | string, given: string | undefined): boolean {
  const [expected, found] = [Buffer.from(signatureOf(secret, bytes)), Buffer.from(given ?? '')]
  return expected.length === found.length && timingSafeEqual(expected, found)
}
