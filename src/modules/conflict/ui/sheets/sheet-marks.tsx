/* State, interference and confidence of a sheet in words; colour says nothing that a word does not. */
import { useWords } from '../../../../app/words.ts'
import type { RoundVerdict } from '../../contract-sheet-answers.ts'
import type { Credibility, Interference, Reliability, SheetState } from '../../contract-sheets.ts'

const SIGNS: { readonly [State in SheetState]: string } = {
  proposed: '…',
  'cross-checked': '◔',
  validated: '✓',
  published: '✓',
  superseded: '↺',
}
export function SheetStateMark({ state }: { readonly state: SheetState }) {
  const { t } = useWords()
  return (
    <strong>
      <span aria-hidden="true">{SIGNS[state]}</span> {t(`sheets.state.${state}`)}
    </strong>
  )
}
const HEAVY: readonly Interference[] = ['regular', 'permanent']
export function InterferenceText({ value }: { readonly value: Interference }) {
  const { t } = useWords()
  const word = t(`code.interference.${value}`)
  return HEAVY.includes(value) ? <strong>{word}</strong> : <span>{word}</span>
}
/** Letters and words: `B3 · …`. */
export function ConfidenceText({ reliability, credibility }: { readonly reliability: Reliability; readonly credibility: Credibility }) {
  const { t } = useWords()
  return (
    <span>
      {t(`sheet.reliability.${reliability}`)} ; {t(`sheet.credibility.${credibility}`)}
    </span>
  )
}
/** By sign and word; a colour alone says nothing. */
export const VERDICT_SIGNS: { readonly [Verdict in RoundVerdict]: string } = {
  new: '+',
  gone: '×',
  worse: '▲',
  better: '▼',
  changed: '~',
  unchanged: '=',
  'not-looked-again': '?',
}
export function VerdictMark({ verdict }: { readonly verdict: RoundVerdict }) {
  const { t } = useWords()
  const words = (
    <>
      <span aria-hidden="true">{VERDICT_SIGNS[verdict]}</span> {t(`sheets.verdict.${verdict}`)}
    </>
  )
  return verdict === 'worse' || verdict === 'new' ? <strong>{words}</strong> : <span>{words}</span>
}
