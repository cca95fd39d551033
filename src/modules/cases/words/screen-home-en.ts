/* The same in English; the type makes a missing one an error. */
import type { casesHomeFr } from './screen-home-fr.ts'

export const casesHomeEn: { readonly [Key in keyof typeof casesHomeFr]: string } = {
  'home.cases.due': '{n|file|files} to attend to now',
  'home.cases.due.rule': '{late} late, {soon} due within two days',
  'home.cases.late': '{n|file|files} of the team late',
  'home.cases.late.rule': 'At least one time limit passed, without a pause',
  'home.cases.waits': '{n|file waits|files wait} for the team',
  'home.cases.waits.rule': 'Approval, confirmation, somebody responsible, or a key to hand over',
  'home.cases.list.own': 'Your most pressing files',
  'home.cases.list.team': 'Most pressing of the team',
  'home.cases.all': 'The whole list',
  'home.cases.late.hours': '{n} h late',
  'home.cases.late.days': '{n} d late',
  'home.cases.in.hours': 'in {n} h',
  'home.cases.in.days': 'in {n} d',
  'home.received': '{n|referral waits|referrals wait} for your answer',
  'home.received.rule': '{late} past the day of the answer',
  'home.shares': '{n|request waits|requests wait} for your share of a key',
  'home.shares.rule': 'A lost key to give back, or your own naming as custodian to accept',
  'home.breaches': '{n|breach or drill|breaches or drills} under way',
  'home.breaches.rule': '{late} with a time limit passed',
  'home.overrides': '{n|override|overrides} of consent to confirm',
  'home.overrides.rule': 'Last thirty days; {asked} {asked|erasure|erasures} asked of a receiver',
}
