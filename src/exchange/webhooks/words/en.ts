/* What refusals of webhooks say, in English. */
import type { fr } from './fr.ts'

export const en: { readonly [Key in keyof typeof fr]: string } = {
  'refusal.unknown-webhook': 'This webhook is unknown or was stopped. Load the list again.',
  'refusal.unknown-webhook-delivery': 'This delivery is unknown. Load the list again.',
  'refusal.webhook-without-kinds': 'Choose at least one kind of news.',
  'refusal.webhook-address-not-allowed':
    'This address is not allowed: it leads to a private network or is no web address. The operator can allow it (CHANZO_WEBHOOK_PRIVATE).',
  'refusal.webhook-needs-https': 'The address must begin with https://. Ask the receiver for it.',
}
