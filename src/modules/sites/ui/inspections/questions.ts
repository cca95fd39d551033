/* The form of a rulebook: its questions in order, by level; and what the answers so far lead to. Pure, the same on every device. */
import { type Criterion, type CriterionLevel, criteria, criteriaUnder } from '../../domain/missions/criteria.ts'
import { type Proposal, proposeColour } from '../../domain/missions/propose-colour.ts'
import { statusRulebooks } from '../../domain/status/rulebooks.ts'
import type { AnswerDraft } from './draft.ts'

export interface Section {
  readonly level: CriterionLevel
  readonly questions: readonly Criterion[]
}

/** The questions that the inspection's rulebook asks; all that decide a colour where the rulebook is newer than this program. */
export function questionsOf(rulebook: string): readonly Criterion[] {
  const book = statusRulebooks.find((one) => one.id === rulebook)
  return book ? criteriaUnder(book.values) : criteria.filter((one) => one.level !== 'P')
}

export const sectionsOf = (questions: readonly Criterion[]): readonly Section[] =>
  (['R', 'Y', 'P'] as const).flatMap((level) => {
    const inside = questions.filter((one) => one.level === level)
    return inside.length === 0 ? [] : [{ level, questions: inside }]
  })

export interface Preview {
  readonly proposal: Proposal
  /** What it would be if every open question were answered with *met*; the same as the proposal once complete. */
  readonly ifRestIsMet: 'green' | 'yellow' | 'red'
  readonly open: number
}

/** The live, provisional proposal. */
export function previewOf(
  answers: { readonly [criterion: string]: AnswerDraft },
  { previousYellow, dissents }: { readonly previousYellow: readonly string[]; readonly dissents: readonly string[] },
): Preview {
  const findings = Object.entries(answers).map(([criterion, { answer, narrative }]) => ({ criterion, answer, narrative }))
  const proposal = proposeColour({ findings, previousYellow, dissents })
  if (proposal.result !== 'incomplete') return { proposal, ifRestIsMet: proposal.result, open: 0 }
  const filled = [...findings, ...proposal.because.map((criterion) => ({ criterion, answer: 'met' }) as const)]
  const rest = proposeColour({ findings: filled, previousYellow, dissents })
  return { proposal, ifRestIsMet: rest.result === 'incomplete' ? 'green' : rest.result, open: proposal.because.length }
}
