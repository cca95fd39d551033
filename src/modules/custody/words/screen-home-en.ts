/* The same in English; the type makes a missing one an error. */
import type { custodyHomeFr } from './screen-home-fr.ts'

export const custodyHomeEn: { readonly [Key in keyof typeof custodyHomeFr]: string } = {
  'act.answer.purchase': 'Say whether this purchase is the one that you made. Your answer makes it binding, or leaves it open.',
  'act.sign.waiting': 'To sign',
  'act.sign.waiting.purchase': '{n} {n|purchase|purchases} to sign',
  'act.sign.waiting.receipt': '{n} {n|receipt|receipts} to sign',
  'act.sign.waiting.received': 'received by {to}',
  'hits.home': 'open critical {n|finding|findings}',
  'hits.home.rule': 'Figures that cannot be true and that nobody has closed yet; the newest hundred at most.',
  'production.title': 'Production against capacity',
  'production.step': 'Month',
  'production.capacity': 'Declared capacity',
  'production.tagged': 'Tagged',
  'production.bought': 'Bought',
  'production.source':
    'Ledger of this register: tagged and bought as counted here, capacity of validated baseline reports; a month that nobody counted stays empty; up to {day}',
  'production.mineral': 'Mineral',
  'production.whole': 'See the details and the assumptions',
}
