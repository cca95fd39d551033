/* Every form that reached the register for this visit, oldest first, each readable as it was filled in. */
import { LinkButton } from '../../../../app/kit/button.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { InspectionPage } from '../../domain/missions/mission-answers.ts'

export function RecordsPanel({ page }: { readonly page: InspectionPage }) {
  const { t } = useWords()
  return (
    <Panel title={t('fill.received')} aside={<LinkButton to={`/inspections/${page.inspection}/paper`}>{t('fill.paper')}</LinkButton>}>
      {page.answers.length === 0 && <p className="ink-3">{t('fill.received.none')}</p>}
      <ul className="plain-list stack" style={{ gap: 8 }}>
        {page.answers.map((one) => (
          <li key={one.id} className="row tight">
            <span className="grow">
              <b>{wordOr(`body.${one.by}`, one.by)}</b>{' '}
              <span className="small">
                {t('fill.received.line', { version: one.form.version })} <InstantText at={one.recordedAt} />
                {one.marks.map((mark) => ` · ${t(`fill.mark.${mark}`)}`)}
                {one.unread.length > 0 && ` · ${t('fill.unread', { names: one.unread.join(', ') })}`}
              </span>
            </span>
            {one.xml !== null && (
              <LinkButton kind="quiet" to={`/inspections/${page.inspection}/paper`} search={{ answers: one.id }}>
                {t('fill.read')}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
