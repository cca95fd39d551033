/* What the server refuses about risks and plans, in English. */
import type { fr } from './fr.ts'

export const en: { readonly [Key in keyof typeof fr]: string } = {
  'refusal.unknown-risk': 'This risk does not exist, or does not touch your chain. Start from the list of risks.',
  'refusal.unknown-risk-subject': 'This supplier, site or road is not in your chain. Name the supplier first, or choose from the list.',
  'refusal.risk-recorded-already': 'This risk is recorded already.',
  'refusal.risk-conflict-of-interest':
    'Your organisation is concerned: it can neither judge, nor lift, nor close. Your facts and readings are still taken; the decision is another organisation’s.',
  'refusal.risk-closed-already': 'This case is closed since {on}. Record a new risk if it comes back.',
  'refusal.risk-suspended-already': 'Trade is suspended since {since} already.',
  'refusal.risk-not-suspended': 'Nothing is suspended here.',
  'refusal.risk-day-in-the-future': '{on} has not come yet. Give a past day or today.',
  'refusal.risk-takes-no-plan': 'This risk is not mitigated by a plan: it suspends at once, or asks for enhanced due diligence.',
  'refusal.grade-is-the-same': 'The evidence stands at this grade already. Choose another.',
  'refusal.second-person-for-lift': 'You suspended it yourself: another person has to lift the suspension.',
  'refusal.lift-before-closing': 'Trade is suspended. Lift the suspension first, by another person and with the reasons.',
  'refusal.plan-runs': 'A plan is running. Wait for its end, or say that it succeeded or failed.',
  'refusal.plan-not-measurable': 'A plan is measured: give at least one indicator whose target is not its baseline.',
  'refusal.no-plan': 'There is no running plan. Propose one.',
  'refusal.plan-adopted-already': 'This plan is adopted since {on}.',
  'refusal.plan-not-adopted': 'This plan is not adopted yet. Record the day of its adoption first.',
  'refusal.plan-clock-too-long':
    'The clock of a plan is {months} months at most: until {until}. Choose a day between the adoption and that one.',
  'refusal.plan-clock-over':
    'The clock of the plan ended on {until}: trade is suspended. Another person may lift the suspension, then a new plan begins.',
  'refusal.plan-targets-not-reached':
    'No last reading at the target, made since the adoption and at least reasonably known, for: {indicators}. Read them, or say that the plan failed.',
  'refusal.reading-without-evidence': 'A reading shows where its value is from: write what shows it, or attach the paper or photograph.',
  'refusal.reading-file-not-sent': 'The file of the reading did not arrive. Attach it again, then record.',
  'refusal.second-person-for-success': 'You made the last reading of an indicator: another person has to say that the plan succeeded.',
  'refusal.no-such-indicator': 'The plan has no such indicator. Load the page again.',
  'refusal.not-a-flag': 'Only a red flag has questions and somebody to answer them.',
  'refusal.ask-not-of-this-case': 'This question is not of this case. Load the page again.',
  'refusal.case-not-answered': '{n} {n|question still waits|questions still wait} for an answer. Answer before closing.',
  'refusal.declared-already': 'This declaration is recorded already.',
  'refusal.unknown-declaration': 'This declaration does not exist or is withdrawn already. Load the page again.',
  'refusal.declaration-not-yours': 'This declaration is another organisation’s, which alone withdraws it.',
  'refusal.screening-finds-nothing': 'Nothing to open: no red flag in this chain today.',
  'refusal.screening-has-cases': 'Each flag has its case already. Answer the open questions.',
}
