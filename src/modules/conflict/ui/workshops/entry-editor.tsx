/*
An entry in plenary: every facet, and how sure it is (source A–F, information 1–6, who else says so). A rewritten entry is asked about anew, which is said before it is
saved; so is a group’s own rewriting meanwhile.
*/
import { type FormEvent, useState } from 'react'
import type { Sending } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { LongTextField, SelectField } from '../../../../app/kit/field.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { BeneficiaryKind, Credibility, Interference, Response, type SheetContent, SheetMineral } from '../../contract-sheets.ts'
import type { HallEntry, WorkshopShown } from '../../contract-workshops.ts'
import { blankContent, contentToSend } from './entry-draft.ts'
import { ActorLines, ModeLines } from './entry-lines.tsx'
import { PlaceFields } from './entry-place.tsx'
import { SureFields, VictimFields } from './entry-sure.tsx'
import { Several } from './several.tsx'
import type { PartProps } from './tab-props.ts'
import { placeName } from './wall-reading.ts'

interface EditorProps {
  /** `null`: a new entry, written by plenary. */
  readonly edited: HallEntry | null
  readonly data: WorkshopShown
  readonly command: Sending<unknown>
  readonly save: (content: SheetContent) => Promise<void>
  readonly done: () => void
}
export function EntryEditor({ edited, data, command: { sending, error }, save, done }: EditorProps) {
  const { t } = useWords()
  const [begun] = useState(() => edited?.content ?? blankContent(data.convened))
  const [content, setContent] = useState(begun)
  const set = (part: Partial<SheetContent>) => setContent((before) => ({ ...before, ...part }))
  const ready = contentToSend(content)
  const isRewritten = edited !== null && JSON.stringify(edited.content) !== JSON.stringify(begun)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (ready !== null) await save(ready)
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <h2>{edited === null ? t('workshop.entry.add') : `${edited.number}. ${placeName(edited, data.sites)}`}</h2>
      <Note tone="calm">{t(edited === null ? 'workshop.no-persons' : 'workshop.entry.correct.explain')}</Note>
      {isRewritten && (
        <Note tone="red" live>
          {t('workshop.entry.rewritten')}
        </Note>
      )}
      <PlaceFields content={content} set={set} data={data} />
      <Facets content={content} set={set} />
      <Panel title={t('workshop.facet.victims')}>
        <VictimFields content={content} set={set} />
      </Panel>
      <Panel title={t('workshop.facet.grade')}>
        <SureFields content={content} set={set} />
      </Panel>
      {error && <ErrorState error={error} />}
      {ready === null && <p className="small">{t('workshop.entry.missing')}</p>}
      <div className="form-actions">
        <Button onClick={done}>{t('workshop.cancel')}</Button>
        <Button kind="primary" type="submit" busy={sending} disabled={ready === null}>
          {t('workshop.save')}
        </Button>
      </div>
    </form>
  )
}

function Facets({ content, set }: PartProps) {
  const { t } = useWords()
  const { beneficiaries } = content
  return (
    <Panel title={t('workshop.facets')}>
      <div className="stack">
        <LongTextField
          {...{ label: t('workshop.facet.nature'), hint: t('workshop.facet.nature.hint'), value: content.nature, maxLength: 2000, rows: 3 }}
          onValue={(nature) => set({ nature })}
          required
        />
        <Several
          legend={t('workshop.facet.minerals')}
          options={SheetMineral.options.map((value) => ({ value, label: t(`code.mineral.${value}`) }))}
          chosen={content.minerals}
          set={(minerals) => set({ minerals })}
        />
        <ActorLines content={content} set={set} />
        <ModeLines content={content} set={set} />
        <Several
          legend={t('workshop.facet.beneficiaries')}
          options={BeneficiaryKind.options.map((value) => ({ value, label: t(`code.beneficiary.${value}`) }))}
          chosen={beneficiaries.map((one) => one.kind)}
          set={(kinds) =>
            set({ beneficiaries: kinds.map((kind) => beneficiaries.find((one) => one.kind === kind) ?? { kind, name: null, grade: null }) })
          }
        />
        {beneficiaries.length > 0 && (
          <div className="field-row">
            {beneficiaries.map((one) => (
              <SelectField<Credibility | ''>
                key={one.kind}
                label={t('workshop.beneficiary.grade', { who: t(`code.beneficiary.${one.kind}`) })}
                value={one.grade ?? ''}
                options={[
                  { value: '', label: t('workshop.not-said') },
                  ...Credibility.options.map((value) => ({ value, label: t(`workshop.credibility.${value}`) })),
                ]}
                onValue={(grade) =>
                  set({
                    beneficiaries: beneficiaries.map((other) => (other === one ? { ...one, grade: grade === '' ? null : grade } : other)),
                  })
                }
              />
            ))}
          </div>
        )}
        <SelectField
          label={t('workshop.facet.interference')}
          value={content.interference}
          options={Interference.options.map((value) => ({ value, label: t(`code.interference.${value}`) }))}
          onValue={(interference) => set({ interference })}
        />
        <Several
          legend={t('workshop.facet.responses')}
          options={Response.options.map((value) => ({ value, label: t(`code.response.${value}`) }))}
          chosen={content.responses}
          set={(responses) => set({ responses })}
        />
      </div>
    </Panel>
  )
}
