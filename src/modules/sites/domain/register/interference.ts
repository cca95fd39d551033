/*
Whether an observation says that armed actors interfered. The source's own flag is its judgement and counts where it was given; only
where it was not asked do the kinds per actor speak. Absent everywhere means not asked: `null`, never no.
*/
import { type SiteObservation, interferenceKinds } from '../../contract-observations.ts'

export function armedInterferenceIn(observed: SiteObservation): boolean | null {
  if (observed.armedInterference !== undefined) return observed.armedInterference
  const answers = (observed.armed ?? []).flatMap((presence) => interferenceKinds.map((kind) => presence.interference[kind]))
  if (answers.includes(true)) return true
  return answers.includes(false) ? false : null
}

/** What our own team saw, for who is not cleared: which classes of armed actors, not who they are nor what they do (D). */
export function byClassOnly(observed: SiteObservation): SiteObservation {
  if (observed.armed === undefined) return observed
  const classes = [...new Set(observed.armed.map((presence) => presence.actorClass))]
  return { ...observed, armed: classes.map((actorClass) => ({ actor: actorClass, actorClass, interference: {} })) }
}
