/* For each body this person speaks for: begin, go on with the draft of this device, or correct what was sent. */
import { deviceKeep } from '../../../../app/device.ts'
import { LinkButton } from '../../../../app/kit/button.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { FormVersionRef } from '../../../forms/contract.ts'
import type { InspectionPage } from '../../domain/missions/mission-answers.ts'
import { ReopenDialog } from './reopen-dialog.tsx'
import { draftKeyOf } from './send-form.ts'

export interface FillPanelProps {
  readonly page: InspectionPage
  readonly form: FormVersionRef
  readonly voices: readonly string[]
}
export function FillPanel({ page, form, voices }: FillPanelProps) {
  const { t } = useWords()
  const sent = (by: string) => (hasDraft(page.inspection, by, form) ? undefined : page.answers.findLast((one) => one.by === by))
  return (
    <Panel title={t('fill.panel')}>
      <div className="stack">
        <p>{t('fill.panel.explain')}</p>
        <div className="row tight">
          {voices.map((by) => {
            const earlier = sent(by)
            if (earlier) return <ReopenDialog key={by} inspection={page.inspection} by={by} instance={earlier.instance} />
            return (
              <LinkButton key={by} kind="primary" to={`/inspections/${page.inspection}/form`} search={{ by }}>
                {t(hasDraft(page.inspection, by, form) ? 'fill.resume' : 'fill.go', { body: wordOr(`body.${by}`, by) })}
              </LinkButton>
            )
          })}
        </div>
        <Source>{t('fill.form', { form: form.form, version: form.version })}</Source>
      </div>
    </Panel>
  )
}
/** The runner keeps drafts under this name. */
const hasDraft = (inspection: string, by: string, form: FormVersionRef): boolean =>
  deviceKeep().getItem(`chanzo.form.${draftKeyOf(inspection, by, form)}`) !== null
/** Drafts of this visit on this device, of whoever holds it: nobody should sign over unsent work. */
export const draftsHere = (inspection: string, voices: readonly string[], form: FormVersionRef | null): number =>
  form === null ? 0 : voices.filter((by) => hasDraft(inspection, by, form)).length
