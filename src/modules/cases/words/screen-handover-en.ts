/* A whole case goes to another body; a complaint that the body of justice follows: screens, in English. */
import type { screenHandoverFr } from './screen-handover-fr.ts'

export const screenHandoverEn: { readonly [Key in keyof typeof screenHandoverFr]: string } = {
  'handover.title': 'Transfers of cases',
  'handover.none': 'No case is offered to you, and you offered none in the last days.',
  'handover.taken': 'You answer for this case now. It is in your list:',
  'handover.taken.alone':
    'You alone open it: one telephone lost, and the file is lost too. Take a colleague into the team and give the custodians shares at once:',
  'handover.sent': 'Offered by you',
  'handover.risk': 'Risk',
  'handover.age': 'Age',
  'handover.gender': 'Gender',
  'handover.services': 'Services under way',
  'handover.vaults': 'What will open to you',
  'handover.accepting':
    'If you accept, you answer for the case at once and the team before you reads nothing more. Begin with a safe first contact.',
  'handover.ready': 'Our body can accompany this person from now on.',
  'handover.accept': 'Take the case over',
  'handover.decline': 'Decline',
  'handover.waits': 'Offered to {body}, answer awaited before',
  'handover.waits.cut': 'If the person changes their mind, write it down under “Consent”: the offer ends with the same step.',
  'handover.take-back': 'Take the offer back',
  'handover.offer': 'Offer the case',
  'handover.before.answer': 'The body sees codes, no name, and accepts or declines.',
  'handover.before.after':
    'If it accepts, it takes over the whole case: your team reads nothing of it any more, and that cannot be undone.',
  'handover.before.witness': 'The separate vault is never handed over; its readers stay the same.',
  'handover.goes': 'Will open to who accepts: {vaults}',
  'handover.stays':
    'The person did not agree to it: {vaults}. With the acceptance the keys of your team for it are destroyed and nobody reads it any more. Only the shares of your custodians stay, until the case is forgotten; without custodians it is lost for ever.',
  'handover.nobody': 'Nobody in this body has a key. Call it, or choose another.',
  'handover.digits': 'Digits of the keys of who may accept ({n}), to be compared by voice:',
  'handover.until': 'Answer awaited before',
  'handover.source': 'Under a yes of the person to this body alone; an answer within {days} days at most: proposal (D).',
  'justice-desk.open': 'Follow the complaint',
  'justice-desk.what':
    'Steps, hearings and decisions only. Each reading is seen in the case, and ends as soon as the person takes their yes back.',
}
