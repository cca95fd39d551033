/*
What stops a clock, and where it is done: a late line offers the act itself and not only to wait. What is another's to do is offered to nobody else.
*/
import type { ClockFace } from '../../domain/clocks/clock.ts'
import type { ClockName } from '../../domain/clocks/clock-rulebook.ts'
import { type Label, label } from '../../domain/label.ts'

export interface ClockAct {
  readonly name: Label
  /** A part of the case's page, or `board`: where cases are entrusted. */
  readonly part: string
}
const noteContact: ClockAct = { name: label('Noter un contact', 'Note a contact'), part: 'contacts' }
const acts: { readonly [Name in ClockName]: ClockAct } = {
  'assign-owner': { name: label('Confier le dossier', 'Entrust the case'), part: 'board' },
  'first-safety-contact': noteContact,
  'full-assessment': { name: label('Évaluer la situation', 'Assess the situation'), part: 'safety' },
  'plan-approved': { name: label('Écrire le plan, demander l’approbation', 'Write the plan, ask for approval'), part: 'plan' },
  'follow-up': { name: label('Noter un suivi', 'Note a follow-up'), part: 'contacts' },
  'risk-re-rating': { name: label('Évaluer le risque', 'Rate the risk'), part: 'safety' },
  'supervisor-review': { name: label('Noter la revue', 'Note the review'), part: 'contacts' },
  'referral-answered': { name: label('Relancer le service', 'Ask the service again'), part: 'referrals' },
  'referral-standstill': { name: label('Demander des nouvelles', 'Ask for news'), part: 'referrals' },
  'post-closure-check': { name: label('Noter les nouvelles', 'Note the news'), part: 'contacts' },
}
const ofSupervisors: readonly ClockName[] = ['assign-owner', 'supervisor-review']

export interface ActAsked {
  readonly maySupervise: boolean
  /** The plan waits for approval. */
  readonly isSubmitted: boolean
}
/** `null`: another's to do. */
export function actOf(clock: ClockName, { maySupervise, isSubmitted }: ActAsked): ClockAct | null {
  if (ofSupervisors.includes(clock) && !maySupervise) return null
  if (clock === 'plan-approved' && isSubmitted)
    return maySupervise ? { name: label('Approuver le plan', 'Approve the plan'), part: 'plan' } : null
  return acts[clock]
}

const SHOWN = 3
/** Running ones before paused ones, the longest late first; a screen shows few and folds the rest. */
export function urgentFirst(faces: readonly ClockFace[]): { readonly shown: readonly ClockFace[]; readonly folded: readonly ClockFace[] } {
  const order = faces.toSorted(
    (a, b) => Number(a.state === 'paused') - Number(b.state === 'paused') || (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0),
  )
  return { shown: order.slice(0, SHOWN), folded: order.slice(SHOWN) }
}
