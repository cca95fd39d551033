/* What changed between two versions, facet by facet, as lines that also stand on paper. */
import { dateText } from '../../../../kernel/phrase.ts'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { SheetDiff } from '../../contract-sheet-answers.ts'
import './sheets.css'

type Line = readonly [facet: string, change: string]
interface Lists<One> {
  readonly added: readonly One[]
  readonly removed: readonly One[]
  readonly changed?: readonly { readonly before: One; readonly after: One }[]
}

export function diffLines(t: Translate, diff: SheetDiff): readonly Line[] {
  const unsaid = t('sheet.not-said')
  const value = <One,>(facet: string, change: { readonly before: One; readonly after: One } | null, word: (one: One) => string): Line[] =>
    change === null ? [] : [[facet, t('diff.changed', { before: word(change.before), after: word(change.after) })]]
  const lists = <One,>(facet: string, { added, removed, changed = [] }: Lists<One>, word: (one: One) => string): Line[] => [
    ...added.map((one): Line => [facet, t('diff.added', { what: word(one) })]),
    ...removed.map((one): Line => [facet, t('diff.removed', { what: word(one) })]),
    ...changed.map(({ before, after }): Line => [facet, t('diff.changed', { before: word(before), after: word(after) })]),
  ]
  const { interference, victims } = diff
  const withWay = (line: Line, way: 'worse' | 'better' | 'unknown'): Line => [line[0], `${line[1]} : ${t(`diff.${way}`)}`]
  const day = (one: string | null): string => (one === null ? unsaid : dateText(one))
  const plain = (one: string | null): string => one ?? unsaid
  return [
    ...value(t('sheets.interference'), interference, (one) => t(`code.interference.${one}`)).map((line) =>
      withWay(line, interference?.direction ?? 'unknown'),
    ),
    ...victims.flatMap((one) =>
      value(t(`sheets.victims.${one.kind}`), one, (n) => (n === null ? t('sheet.victims.null') : String(n))).map((line) =>
        withWay(line, one.direction),
      ),
    ),
    ...lists(t('sheets.actors'), diff.actors, (one) =>
      [
        one.written ?? (one.actor === null ? t('sheet.actor.unnamed') : t('sheet-form.actor')),
        ...one.roles.map((role) => t(`code.role.${role}`)),
      ].join(', '),
    ),
    ...lists(t('sheets.modes'), diff.modes, (one) =>
      [t(`code.mode.${one.mode}`), ...one.stages.map((stage) => t(`code.stage.${stage}`))].join(', '),
    ),
    ...lists(t('sheets.beneficiaries'), diff.beneficiaries, (one) =>
      [
        t(`code.beneficiary.${one.kind}`),
        ...one.grades.flatMap((grade) => (grade === null ? [] : [t('sheet.beneficiary.grade', { grade })])),
        ...(one.names === 0 ? [] : [t('diff.sealed', { n: one.names })]),
      ].join(', '),
    ),
    ...lists(t('sheet.minerals'), diff.minerals, (one) => t(`code.mineral.${one}`)),
    ...lists(t('sheet.responses'), diff.responses, (one) => t(`code.response.${one}`)),
    ...value(t('sheet-form.reliability'), diff.reliability, (one) => t(`sheet.reliability.${one}`)),
    ...value(t('sheet-form.credibility'), diff.credibility, (one) => t(`sheet.credibility.${one}`)),
    ...value(t('sheet.corroborations'), diff.corroborations, String),
    ...value(t('sheet.kind'), diff.siteKind, (one) => (one === null ? unsaid : t(`code.site-kind.${one}`))),
    ...value(t('sheet.legal'), diff.legalState, (one) => (one === null ? unsaid : t(`code.legal.${one}`))),
    ...value(t('sheet.access'), diff.access, plain),
    ...value(t('sheet.nature'), diff.nature, plain),
    ...value(t('sheet.name'), diff.name, plain),
    ...value(t('sheet-form.from'), diff.periodFrom, day),
    ...value(t('sheet-form.until'), diff.periodUntil, day),
  ]
}

/** `inRow`: close together and from the left, so that a row of a table stands on one page of paper and reads on a telephone. */
export function DiffList({ diff, inRow = false }: { readonly diff: SheetDiff; readonly inRow?: boolean }) {
  const { t } = useWords()
  const lines = diffLines(t, diff)
  if (lines.length === 0) return <p>{t('sheet.diff.none')}</p>
  return (
    <ul className={inRow ? 'plain-list sheet-changes' : 'plain-list stack'}>
      {lines.map(([facet, change], index) => (
        <li key={index}>
          <strong>{facet}</strong> · {change}
        </li>
      ))}
    </ul>
  )
}
