/* For each body this person speaks for: begin, go on with the draft of this device, or correct what was sent. */
import { deviceKeep } from '../../../../app/device.ts'
import { LinkButton } from '../../../../app/kit/button.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { FormVersionRef } from '../../../forms/contract.ts'
import type { InspectionPage } from '../../domain/missions/mission-answers.ts'
import { draftKeyOf } from './send-form.ts'

export interface FillPanelProps {
  readonly page: InspectionPage
  readonly form: FormVersionRef
  readonly voices: readonly string[]
}
export function FillPanel({ page, form, voices }: FillPanelProps) {
  const { t } = useWords()
  const act = (by: string) => {
    if (hasDraft(page.inspection, by, form)) return 'fill.resume'
    return page.answers.some((one) => one.by === by) ? 'fill.again' : 'fill.go'
  }
  return (
    <Panel title={t('fill.panel')}>
      <div className="stack">
        <p>{t('fill.panel.explain')}</p>
        <div className="row tight">
          {voices.map((by) => (
            <LinkButton key={by} kind="primary" to={`/inspections/${page.inspection}/form`} search={{ by }}>
              {t(act(by), { body: wordOr(`body.${by}`, by) })}
            </LinkButton>
          ))}
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
