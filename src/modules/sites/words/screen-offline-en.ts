/* Words of the form without network: what is provisional, the quality of evidence, putting right a form that was handed in. */
import type { screenOfflineFr } from './screen-offline-fr.ts'

export const screenOfflineEn: { readonly [Key in keyof typeof screenOfflineFr]: string } = {
  'fill.mark.mission-not-started': 'the mission had not left yet, as the register knows it',
  'fill.mark.mission-cancelled': 'the mission was cancelled, as the register knows it',
  'fill.mark.not-in-plan': 'site not in the plan of the mission',
  'fill.mark.day-ahead': 'day ahead of the register’s: check the clock of the phone',
  'fill.mark.reason-missing': 'the reason why the site was not reached is missing',
  'fill.mark.files-follow': 'handed in before its photos',
  'fill.mark.form-unknown': 'version of the form unknown to the register: kept whole, not read yet',
  'fill.mark.form-unreadable': 'the register could not read these answers: kept whole',
  'fill.photos.awaited': '{n} {n|photo on its way|photos on their way}',
  'fill.photo.on-its-way': 'photo on its way',
  'opening.marks': 'This form was opened without network:',
  'offline.title.opening': 'Form opened: {site}',
  'offline.title.answers': 'Form filled in, {body}: {site}',
  'offline.title.findings': 'Answers to criteria, {body}: {site}',
  'offline.title.dissent': 'Dissent, {body}: {site}',
  'offline.title.signature': 'Signature, {body}: {site}',
  'offline.title.submission': 'Form submitted for review: {site}',
  'offline.title.action': 'Corrective action: {site}',
  'offline.title.abandonment': 'Form abandoned: {site}',
}
