/* What the server refuses about releases and agreements, in English. */
import type { fr } from './fr.ts'

export const en: { readonly [key in keyof typeof fr]: string } = {
  'refusal.unknown-agreement': 'There is no such agreement. Start from the list of agreements.',
  'refusal.agreement-exists': 'This agreement is on record already. Reload the list; for other terms draft another agreement.',
  'refusal.agreement-would-be-over': 'The agreement ends on {day}, a day that has passed. Give a day to come.',
  'refusal.second-person-for-agreement': 'You drafted this agreement: another person who protects the data records the signature.',
  'refusal.agreement-not-drafted': 'This agreement is signed or ended already. Reload the page.',
  'refusal.agreement-signed-in-the-future': '{day} has not come yet. Give the day on which the parties signed.',
  'refusal.agreement-not-signed': 'Only a signed agreement that runs can be ended. Reload the page.',
  'refusal.unknown-release': 'There is no such release, or it was turned down. Start from the list of releases.',
  'refusal.release-exists': 'This request is on record already. Reload the list.',
  'refusal.release-office-locked-down':
    'An office is locked down: nothing leaves while it is. Wait until two persons have opened it again.',
  'refusal.release-needs-agreement':
    'No running agreement covers this release. Choose one that is signed and not expired, or have one signed.',
  'refusal.agreement-level-too-low':
    'The agreement does not allow this much detail. Ask for a table, or have an agreement signed that allows rows.',
  'refusal.agreement-lacks-fields':
    'The agreement does not cover: {fields}. Leave these columns out, or have an agreement signed that names them.',
  'refusal.agreement-not-due-again': 'The agreement does not allow another release yet. See how often it does.',
  'refusal.release-quarters-not-valid': 'The last quarter comes before the first. Correct the period.',
  'refusal.release-too-early': 'Figures of {quarter} may leave from {from} on. End the period earlier, or wait.',
  'refusal.release-below-minimum':
    'Fewer than {least} persons: nothing can leave without the risk of pointing at one. Widen the period, or group.',
  'refusal.release-would-tell':
    'Beside an earlier release this one would show a few persons ({cells} cells). Wait another quarter, or leave columns out.',
  'refusal.release-not-waiting': 'This request is decided already. Reload the page.',
  'refusal.second-person-for-release': 'You asked for this release: another person decides.',
  'refusal.release-not-approved': 'This release is not approved: its file is given only to who decides.',
  'refusal.release-withdrawn': 'Release {number} was withdrawn: its file is no longer given. The reason is in the list.',
  'refusal.release-too-large': 'More than {most} rows: divide the period, or ask for a table.',
}
