/* Refusals that the platform itself gives, whatever the module. */
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'refusal.not-signed-in': 'You are not signed in, or your session has ended. Sign in and try again; nothing is lost.',
  'refusal.not-allowed': 'Your role does not allow this ({needs}). Ask the administrator, or the person whose task it is.',
  'refusal.outside-your-territory': 'It lies outside your territory ({place}). Ask the officer in charge there to do it.',
  'refusal.unknown-organisation': 'This organisation is not known. Choose it from the list, or have it registered first.',
  'refusal.not-understood': 'An answer is missing or cannot be read. Correct the fields that are named and send again.',
  'refusal.too-large': 'This is too large to send. Make the file smaller, or send it in parts.',
  'refusal.busy-with-large-files': 'The server is reading several large files already. Keep this one and try again in a few minutes.',
  'refusal.unknown-address': 'Nothing has this address. Check the link, or go back to the start.',
  'refusal.command-id-reused': 'This sending number was used for something else. Open the form again and send again.',
  'refusal.command-id-out-of-time':
    'The clock of this device is not right: what was sent carries an impossible date. Set the clock and send again.',
  'refusal.no-such-route': 'This server does not know this action yet. Nothing is lost: it is taken once the server is updated.',
  'refusal.clock-not-right':
    'The clock of the server is not right; nothing is written until it is set. Tell whoever keeps the server, then send again.',
  'refusal.device-not-enrolled': 'This device is not enrolled, or its enrolment was withdrawn. Ask an officer to enrol it.',
  'refusal.signature-not-valid': 'The signature of the device does not fit what was sent. Send it again from the device that signed.',
  'refusal.request-from-another-site': 'This was sent from another site and was not read. Open Chanzo in its own tab and try again.',
}
