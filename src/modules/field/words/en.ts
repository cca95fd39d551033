/* Sentences of the refusals of field work: what is in the way, and what to do. */
import { deviceEn } from './device-en.ts'
import type { fr } from './fr.ts'

export const en: { readonly [Key in keyof typeof fr]: string } = {
  ...deviceEn,
  'refusal.busy-keeping':
    'Many telephones are sending at this moment. Nothing of this was kept: keep it and send it again in {seconds} seconds.',
  'refusal.too-much-to-carry':
    'That makes {sites} sites: too much for a telephone, which carries {most} sites and visits at most. Choose a territoire rather than a province, or fewer missions.',
  'refusal.no-such-draft': 'This unfinished form is not here, or you do not speak for the body that fills it in.',
  'refusal.no-such-parcel':
    'This parcel is not here, or comes from a telephone that you do not oversee. Load the list again, or ask who oversees that telephone.',
  'refusal.parcel-not-stuck':
    'Nothing is missing for this parcel any more: what it waited for has come. Load the list again; it is dealt with in a moment.',
  'refusal.only-with-password': 'This is not done from the phone’s own session. Sign in with your address and password, then try again.',
  'refusal.rescue-not-understood':
    'This file is no rescue file, or its beginning is missing. Copy it again from the phone or the card, then hand it in.',
  'refusal.rescue-needs-supervisor':
    'The telephone of this file is no longer in service: only a supervisor can hand it in. Keep the file and give it to the person in charge.',
  'refusal.rescue-for-another-server':
    'This rescue file is closed for another server, or its key is damaged: it does not open here. Hand it in to the server that enrolled this phone; keep the file.',
  'refusal.only-for-telephones': 'This is done from an enrolled phone. Open the app on the phone, then try again.',
  'refusal.parcel-not-understood':
    'This item is damaged or comes from an app of another version: it was not taken. Keep the phone, update the app, then send again.',
  'refusal.parcel-signature-not-valid':
    'The signature of this item does not fit: nobody can be told to have made it. It was not taken; hand it in from its author’s phone.',
  'refusal.parcel-of-another-account': 'This item is signed by a phone that is not its author’s. It was not taken; tell your supervisor.',
  'refusal.parcel-path-not-taken':
    'This action ({path}) is not done from the field: it needs the connection. Do it again on screen, with network.',
  'refusal.parcel-id-taken': 'Another item has this number already. This one was not taken; enter it again, or tell your supervisor.',
  'refusal.device-full':
    'The telephone is full: this could not be kept, what was kept before still is. Send what waits, or delete photographs or videos outside Chanzo, then try again.',
  'refusal.fault': 'The server met an error. Nothing is lost; try again in a few minutes.',
  'refusal.offline': 'No network. Nothing is lost; try again when it is back.',
}
