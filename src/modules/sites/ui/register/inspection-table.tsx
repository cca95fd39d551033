/* The findings of one inspection: criterion, answer, who answered, evidence; a disagreement stands first and in bold. */
import { useAnswer } from '../../../../app/ask.ts'
import { Source } from '../../../../app/kit/panel.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { InspectionPage } from '../../domain/missions/mission-answers.ts'

interface Criteria {
  readonly criteria: readonly { readonly id: string; readonly violation: { readonly fr: string; readonly en: string } }[]
}

export function InspectionTable({ inspection }: { readonly inspection: InspectionPage }) {
  const { t, language } = useWords()
  const criteria = useAnswer<Criteria>('/api/status/rulebooks').data?.criteria ?? []
  const nameOf = (id: string) => criteria.find((one) => one.id === id)?.violation[language] ?? ''
  const dissentOn = (criterion: string) => inspection.dissents.filter((one) => one.criterion === criterion)
  // What somebody must look at stands first; the rest keeps the order of the form.
  const weight = ({ criterion, answer }: InspectionPage['findings'][number]): number =>
    dissentOn(criterion).length > 0 ? 0 : answer === 'violated' ? 1 : 2
  const ordered = inspection.findings.toSorted((one, other) => weight(one) - weight(other))
  return (
    <>
      <div className="table-wrap">
        <table className="table cards brief" role="table">
          <caption className="unseen">{t('findings.title')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {(['criterion', 'answer', 'who', 'evidence'] as const).map((head) => (
                <th key={head} role="columnheader" scope="col" className={`findings-${head}`}>
                  {t(`findings.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {ordered.map((finding) => {
              const against = dissentOn(finding.criterion)
              const faded = finding.answer === 'not_assessed' || finding.answer === 'not_applicable' ? 'ink-3' : undefined
              return (
                <tr key={finding.criterion} role="row" className={faded}>
                  <td role="cell" className="whole">
                    {finding.criterion} <span className="small">{nameOf(finding.criterion)}</span>
                  </td>
                  <td role="cell" data-label={t('findings.answer')}>
                    {against.length > 0 ? <b>{t('findings.disagree')}</b> : t(`finding.${finding.answer}`)}
                  </td>
                  <td role="cell" className="beside" data-label={t('findings.who')}>
                    {bodyText(finding.by)}
                    {against.length > 0 && ` · ${t('findings.against', { by: against.map((one) => bodyText(one.by)) })}`}
                  </td>
                  <td role="cell" className={finding.evidence.length === 0 ? 'beside dash' : 'beside'} data-label={t('findings.evidence')}>
                    {finding.evidence.length === 0 ? '–' : t('findings.evidence.count', { n: finding.evidence.length })}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <Source>{t('findings.signed', { n: inspection.signatures.length, of: inspection.members.length })}</Source>
    </>
  )
}

const bodyText = (body: unknown): string => wordOr(`body.${String(body)}`, String(body))
