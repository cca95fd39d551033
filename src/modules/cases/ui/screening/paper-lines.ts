/* A filled paper sheet as an interview: each number is a question of the form, each box an answer. Lists, age and words are not on paper. */
import type { Answer } from '../../domain/identification/answers.ts'
import { formQuestions, lineOfPaper } from '../../domain/identification/screening-form.ts'
import { type DraftChange, type How, type ScreeningDraft, withAnswer, withField, withIndicator, withListAnswer } from './screening-draft.ts'

/** The boxes in the order of the sheet. */
export const boxes: readonly Answer[] = ['YES', 'NO', 'UNKNOWN', 'NOT_ASKED', 'DECLINED']

/** `null` for a number that is on no sheet, and for a line that is answered in words or from a list only. */
export function typedLine(
  draft: ScreeningDraft,
  { number, answer, ...how }: How & { readonly number: string; readonly answer: Answer },
): DraftChange | null {
  const line = lineOfPaper(number)
  if (line === null) return null
  const { question, code } = line
  if (code !== null) return withIndicator(draft, { code, answer, ...how })
  const { safety, consent } = draft
  switch (question) {
    case 'immediate-danger':
      return { safety: { ...safety, immediateDanger: answer } }
    case 'private-place':
      return { safety: { ...safety, privatePlace: answer } }
    case 'exploiter-or-guards-near':
      return { safety: { ...safety, guardsNear: answer } }
    case 'nobody-else-present':
      return { safety: { ...safety, nobodyElsePresent: answer } }
    case 'safe-telephone':
      return { safety: { ...safety, safeTelephone: answer } }
    case 'choice-of-interviewer':
      return { consent: { ...consent, choiceOfInterviewer: answer } }
    case 'consent-to-interview':
      return { consent: { ...consent, answer } }
    case 'accompanied':
      return { accompanied: answer }
    default: {
      const { kind, overlays = [], facts } = formQuestions[question]
      const [overlay] = overlays
      if (kind === 'answer') return overlay ? withField(draft, { question: overlay, answer, ...how }) : withAnswer(draft, question, answer)
      // A yes to a list needs its names, which the sheet does not have: the list stays open until they are chosen.
      return kind === 'list' && facts !== undefined && answer !== 'YES' ? withListAnswer(draft, question, answer) : {}
    }
  }
}
