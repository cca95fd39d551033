/* Who said what beside the form: the last answer of each member to each criterion, where that says more than the form does. */
import type { MemberBody } from './mission.ts'
import type { Answer } from './propose-colour.ts'

export interface Voice {
  readonly criterion: string
  readonly by: MemberBody
  readonly answer: Answer
}
/** `said`: every answer of every member, oldest first; `inForm`: those that stand in the form. */
export function tellingVoices<One extends Voice>(
  said: readonly One[],
  inForm: readonly Pick<Voice, 'criterion' | 'answer'>[],
): { readonly shown: readonly One[]; readonly disputed: string[] } {
  const last = new Map(said.map((one) => [`${one.criterion} ${one.by}`, one]))
  const stands = new Map(inForm.map((one) => [one.criterion, one.answer]))
  const telling = [...Map.groupBy(last.values(), (one) => one.criterion)].filter(
    ([criterion, voices]) => voices.length > 1 || voices.some((one) => one.answer !== stands.get(criterion)),
  )
  return {
    shown: telling.flatMap(([, voices]) => voices),
    disputed: telling.filter(([, voices]) => new Set(voices.map((one) => one.answer)).size > 1).map(([criterion]) => criterion),
  }
}
