/* What refusals of the grievance desk say, in English. */
import type { fr } from './fr.ts'

export const en: { readonly [Key in keyof typeof fr]: string } = {
  'refusal.unknown-voice': 'No such report is open to you. Go back to the list of the desk.',
  'refusal.voice-already-settled': 'This report is settled. To take it up again, reopen it first with a reason.',
  'refusal.voice-not-settled': 'This report still waits: there is nothing to reopen.',
  'refusal.voice-names-nobody': 'Choose at least one body or one kind of body.',
  'refusal.voice-day-in-the-future': 'The day of receipt lies in the future. Correct the date.',
  'refusal.voice-code-shown': 'This text was typed in before and its code was shown. Look for the slip that was printed the first time.',
  'refusal.incident-not-opened': 'The incident could not be opened. Read the text and the place again, then retry.',
  'refusal.no-such-voice-text': 'This text is no longer in the report, or never was. Load the page again.',
  'refusal.incident-text-has-number':
    'Your text has a telephone number in it. Take it out: it would point to somebody for all readers of the file.',
  'refusal.gateway-not-signed': 'The gateway is unknown or its signature does not fit. Check the name and the secret.',
  'refusal.message-not-understood': 'The message of the gateway cannot be read. Check the fields id, from and text.',
}
