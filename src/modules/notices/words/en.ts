/* What notices and the letter of the day say: kinds and numbers, never a name or a place. */
import type { fr } from './fr.ts'

export const en: { readonly [Key in keyof typeof fr]: string } = {
  'notice.kind.cardsExpiring': '{n} {n|card or approval ends|cards or approvals end} within 30 days',
  'notice.kind.cardsExpired': '{n} {n|card or approval has run out|cards or approvals have run out}',
  'notice.kind.cardApplications': '{n} {n|application for a card or an approval waits|applications for cards or approvals wait}',
  'notice.kind.hitsToAnswer': '{n} {n|finding|findings} on your lots: an answer is expected by the day that stands in {n|it|them}',
  'notice.kind.hitsOnYourLots': '{n} {n|finding|findings} on your lots: you may answer',
  'notice.kind.hitsCritical': '{n} open critical {n|finding|findings}',
  'notice.kind.reportsLate': '{n} {n|monthly trader report is late|monthly trader reports are late}',
  'notice.kind.expiringIn30Days': '{n} {n|status ends|statuses end} within 30 days',
  'notice.kind.expiringIn60Days': '{n} {n|status ends|statuses end} in 31 to 60 days',
  'notice.kind.expiringIn90Days': '{n} {n|status ends|statuses end} in 61 to 90 days',
  'notice.kind.lapsedGreens': '{n} green {n|site whose time ran out|sites whose time ran out}',
  'notice.kind.overdueYellow': '{n} yellow {n|site overdue|sites overdue}',
  'notice.kind.greenWithInterference': '{n} green {n|site contradicted by an observation|sites contradicted by an observation}',
  'notice.kind.greenWithChildLabour':
    '{n} green {n|site contradicted by an observation about children|sites contradicted by an observation about children}',
  'notice.kind.producedWhileSuspended': '{n} {n|site|sites} where people work without the right to produce',
  'notice.kind.redEnded': '{n} {n|red site whose period is over|red sites whose period is over}',
  'notice.kind.blueClocks': '{n} {n|request|requests} for status blue with a running clock',
  'notice.kind.neverInspected': '{n} {n|site|sites} never inspected',
  'notice.kind.inspectionsReturned': '{n} inspection {n|form|forms} returned to put right',
  'notice.kind.inspectionsToReview': '{n} inspection {n|form|forms} to review',
  'notice.kind.missionsInProgress': '{n} {n|mission|missions} under way',
  'notice.kind.actionsDue': '{n} corrective {n|action|actions} due',
  'notice.kind.ordersToPublish': '{n} signed {n|order|orders} to publish',
  'notice.kind.ordersPublished': '{n} {n|order|orders} published in the last fourteen days',
  'notice.mail.subject': 'Chanzo: {n} {n|item waits|items wait} for you',
  'notice.mail.greeting':
    'Good morning,\n\nThis is what waits for you in Chanzo today. Names and places are not in this letter; sign in to see them.',
  'notice.mail.why': 'You get this letter once a day when something waits for you. To stop it or change its language:',
  'notice.mail.test.subject': 'Chanzo: mail test',
  'notice.mail.test.text': 'This letter shows that Chanzo can write to this address. There is nothing to do.',
}
