/* The form of a sheet, group by group in the order in which a hall speaks: where, what, who, how, for whom, how far to believe it, what to do. No field takes a person's name. */
import { useAnswer } from '../../../../app/ask.ts'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { DateField, LongTextField, TextField } from '../../../../app/kit/field.tsx'
import { Source } from '../../../../app/kit/panel.tsx'
import { type Translate, type WordKey, useWords } from '../../../../app/words.ts'
import type { Area } from '../../../places/contract.ts'
import { VictimKind } from '../../contract-sheet-answers.ts'
import type { SheetId } from '../../contract-ids.ts'
import {
  ActorRole,
  BeneficiaryKind,
  ChainStage,
  Credibility,
  Interference,
  LegalState,
  OperatingMode,
  Reliability,
  Response,
  type SheetContent,
  SheetMineral,
  SiteKind,
} from '../../contract-sheets.ts'
import { ActorField, NameOfBeneficiary } from './form-names.tsx'
import { CodeField, FormLines } from './form-lists.tsx'
import { type FormPart, type Written, missingParts } from './form-state.ts'
import { FormSections } from './form-section.tsx'
import { SiteField } from './site-field.tsx'

export interface FormProps {
  readonly form: Written
  readonly onForm: (form: Written) => void
  /** A sheet stays with its site. */
  readonly isUpdate: boolean
  /** Made before the sheet is sent, so that a sealed name can say what carries it. */
  readonly sheet: SheetId
}
type Part = FormProps & { readonly set: (change: Partial<SheetContent>) => void }

export function SheetForm(props: FormProps) {
  const { form, onForm } = props
  const { t } = useWords()
  const set = (change: Partial<SheetContent>) => onForm({ ...form, content: { ...form.content, ...change } })
  const missing = missingParts(form)
  const part = (key: FormPart, titleKey: WordKey) => ({
    ...{ key, title: t(titleKey), isMissing: missing.includes(key) },
    summary: summaryOf(t, form, key) || t('sheet-form.step.empty'),
  })
  return (
    <FormSections
      sections={[
        { ...part('where', 'sheet-form.where'), content: <WherePart {...props} set={set} /> },
        { ...part('what', 'sheet-form.what'), content: <WhatPart {...props} set={set} /> },
        { ...part('who', 'sheets.actors'), content: <WhoPart {...props} set={set} /> },
        { ...part('weigh', 'sheet-form.weigh'), content: <WeighPart {...props} set={set} /> },
      ]}
    />
  )
}

/** What a folded part holds, in a line; '' for nothing. */
function summaryOf(t: Translate, { content, siteName, round }: Written, part: FormPart): string {
  const { place, actors, modes, beneficiaries, corroborations, responses } = content
  const counted = (key: WordKey, n: number): string => (n === 0 ? '' : t(key, { n }))
  const said: { readonly [Part in FormPart]: readonly (string | null)[] } = {
    where: [siteName ?? place.provisionalName, round],
    what: [content.nature === '' ? '' : t(`code.interference.${content.interference}`), content.nature.slice(0, 60)],
    who: [
      counted('sheet-form.count.actors', actors.length),
      counted('sheet-form.count.modes', modes.length),
      counted('sheet-form.count.beneficiaries', beneficiaries.length),
    ],
    weigh: [
      `${content.reliability}${content.credibility}`,
      counted('sheet-form.count.corroborations', corroborations.length),
      counted('sheet-form.count.responses', responses.length),
    ],
  }
  return said[part].filter((one) => one !== null && one.trim() !== '').join(' · ')
}

function WherePart({ form, onForm, isUpdate, set }: Part) {
  const { t } = useWords()
  const provinces = useAnswer<{ areas: readonly Area[] }>('/api/places/areas?level=province').data?.areas ?? []
  const territoires = useAnswer<{ areas: readonly Area[] }>('/api/places/areas?level=territoire').data?.areas ?? []
  const { place } = form.content
  const name = (areas: readonly Area[]) => (code: string) => areas.find((one) => one.code === code)?.name ?? code
  return (
    <>
      <SiteField
        name={place.site === null ? null : (form.siteName ?? place.site)}
        fixed={isUpdate}
        onSite={(site) =>
          onForm({ ...form, siteName: site?.name ?? null, content: { ...form.content, place: { ...place, site: site?.id ?? null } } })
        }
      />
      {place.site === null && (
        <TextField
          label={t('sheet.name')}
          hint={t('sheet-form.name.hint')}
          value={place.provisionalName ?? ''}
          maxLength={120}
          onValue={(provisionalName) => set({ place: { ...place, provisionalName } })}
        />
      )}
      <CodeField
        label={t('sheets.province')}
        value={place.province}
        codes={provinces.map((one) => one.code)}
        word={name(provinces)}
        none={t('sheet.not-said')}
        onCode={(province) => set({ place: { ...place, province: province ?? '', territoire: null } })}
      />
      <CodeField
        label={t('sheets.territoire')}
        value={place.territoire}
        codes={territoires.filter((one) => one.parent === place.province).map((one) => one.code)}
        word={name(territoires)}
        none={t('sheet.province-only')}
        onCode={(territoire) => set({ place: { ...place, territoire } })}
      />
      <TextField
        label={t('sheets.round')}
        hint={t('sheet-form.round.hint')}
        value={form.round}
        maxLength={60}
        onValue={(round) => onForm({ ...form, round })}
        required
      />
      <DateField label={t('sheet-form.as-of')} value={form.asOf} onValue={(asOf) => onForm({ ...form, asOf })} required />
    </>
  )
}

function WhatPart({ form: { content }, set }: Part) {
  const { t } = useWords()
  const unsaid = t('sheet.not-said')
  return (
    <>
      <LongTextField
        label={t('sheet.nature')}
        hint={t('sheet-form.under')}
        value={content.nature}
        maxLength={2000}
        rows={4}
        onValue={(nature) => set({ nature })}
        required
      />
      <CodeField
        label={t('sheets.interference')}
        value={content.interference}
        codes={Interference.options}
        word={(one) => t(`code.interference.${one}`)}
        onCode={(one) => set({ interference: one ?? 'not-known' })}
      />
      <Boxes
        legend={t('sheet.minerals')}
        codes={SheetMineral.options}
        chosen={content.minerals}
        word={(one) => t(`code.mineral.${one}`)}
        onChosen={(minerals) => set({ minerals })}
      />
      <CodeField
        label={t('sheet.kind')}
        value={content.siteKind}
        codes={SiteKind.options}
        word={(one) => t(`code.site-kind.${one}`)}
        none={unsaid}
        onCode={(siteKind) => set({ siteKind })}
      />
      <CodeField
        label={t('sheet.legal')}
        value={content.legalState}
        codes={LegalState.options}
        word={(one) => t(`code.legal.${one}`)}
        none={unsaid}
        onCode={(legalState) => set({ legalState })}
      />
      <TextField label={t('sheet.access')} value={content.access ?? ''} maxLength={200} onValue={(access) => set({ access })} />
      <DateField label={t('sheet-form.from')} value={content.periodFrom ?? ''} onValue={(periodFrom) => set({ periodFrom })} />
      <DateField label={t('sheet-form.until')} value={content.periodUntil ?? ''} onValue={(periodUntil) => set({ periodUntil })} />
    </>
  )
}

function WhoPart({ form: { content }, sheet, set }: Part) {
  const { t } = useWords()
  return (
    <>
      <FormLines
        legend={t('sheet-form.actors')}
        lines={content.actors}
        fresh={{ actor: null, written: null, role: 'taxes' }}
        onLines={(actors) => set({ actors })}
      >
        {(line, change) => (
          <>
            <ActorField line={line} onLine={change} />
            <CodeField
              label={t('sheet-form.actor.role')}
              value={line.role}
              codes={ActorRole.options}
              word={(one) => t(`code.role.${one}`)}
              onCode={(role) => role && change({ ...line, role })}
            />
          </>
        )}
      </FormLines>
      <ModeLines content={content} set={set} />
      <FormLines
        legend={t('sheet-form.beneficiaries')}
        lines={content.beneficiaries}
        fresh={{ kind: 'unknown', name: null, grade: null }}
        onLines={(beneficiaries) => set({ beneficiaries })}
      >
        {(line, change) => (
          <>
            <CodeField
              label={t('sheet-form.beneficiary')}
              value={line.kind}
              codes={BeneficiaryKind.options}
              word={(one) => t(`code.beneficiary.${one}`)}
              onCode={(kind) => kind && change({ ...line, kind })}
            />
            <CodeField
              label={t('sheet-form.grade')}
              value={line.grade}
              codes={Credibility.options}
              word={(one) => t(`sheet.credibility.${one}`)}
              none={t('sheet.not-said')}
              onCode={(grade) => change({ ...line, grade })}
            />
            <NameOfBeneficiary value={line.name} sheet={sheet} onSealed={(name) => change({ ...line, name })} />
          </>
        )}
      </FormLines>
    </>
  )
}

function ModeLines({ content, set }: Pick<Part, 'set'> & Pick<Written, 'content'>) {
  const { t } = useWords()
  return (
    <FormLines
      legend={t('sheet-form.modes')}
      lines={content.modes}
      fresh={{ mode: 'pit-tax', stage: 'pit' }}
      onLines={(modes) => set({ modes })}
    >
      {(line, change) => (
        <>
          <CodeField
            label={t('sheet-form.mode')}
            value={line.mode}
            codes={OperatingMode.options}
            word={(one) => t(`code.mode.${one}`)}
            onCode={(mode) => mode && change({ ...line, mode })}
          />
          <CodeField
            label={t('sheet-form.stage')}
            value={line.stage}
            codes={ChainStage.options}
            word={(one) => t(`code.stage.${one}`)}
            onCode={(stage) => stage && change({ ...line, stage })}
          />
        </>
      )}
    </FormLines>
  )
}

function WeighPart({ form, onForm, set }: Part) {
  const { t } = useWords()
  const { content, victims } = form
  return (
    <>
      <CodeField
        label={t('sheet-form.reliability')}
        value={content.reliability}
        codes={Reliability.options}
        word={(one) => t(`sheet.reliability.${one}`)}
        onCode={(one) => set({ reliability: one ?? 'F' })}
      />
      <CodeField
        label={t('sheet-form.credibility')}
        value={content.credibility}
        codes={Credibility.options}
        word={(one) => t(`sheet.credibility.${one}`)}
        onCode={(one) => set({ credibility: one ?? '6' })}
      />
      <FormLines
        legend={t('sheet.corroborations')}
        lines={content.corroborations}
        fresh={{ kind: '', on: null }}
        onLines={(corroborations) => set({ corroborations })}
      >
        {(line, change) => (
          <>
            <TextField
              label={t('sheet-form.source-kind')}
              hint={t('sheet-form.source-kind.hint')}
              value={line.kind}
              maxLength={60}
              onValue={(kind) => change({ ...line, kind })}
            />
            <DateField label={t('sheet-form.source-on')} value={line.on ?? ''} onValue={(on) => change({ ...line, on })} />
          </>
        )}
      </FormLines>
      {VictimKind.options.map((kind) => (
        <TextField
          key={kind}
          label={`${t('sheet.victims')} : ${t(`sheets.victims.${kind}`)}`}
          hint={t('sheet-form.victims.hint')}
          inputMode="numeric"
          value={victims[kind]}
          maxLength={6}
          onValue={(n) => onForm({ ...form, victims: { ...victims, [kind]: n.replaceAll(/\D/g, '') } })}
        />
      ))}
      <Boxes
        legend={t('sheet.responses')}
        codes={Response.options}
        chosen={content.responses}
        word={(one) => t(`code.response.${one}`)}
        onChosen={(responses) => set({ responses })}
      />
      <Source>{t('sheet.admiralty')}</Source>
    </>
  )
}

interface BoxesProps<Code extends string> {
  readonly legend: string
  readonly codes: readonly Code[]
  readonly chosen: readonly Code[]
  readonly word: (code: Code) => string
  readonly onChosen: (codes: Code[]) => void
}
function Boxes<Code extends string>({ legend, codes, chosen, word, onChosen }: BoxesProps<Code>) {
  return (
    <fieldset>
      <legend>
        <strong>{legend}</strong>
      </legend>
      <div className="choices">
        {codes.map((code) => (
          <CheckChoice
            key={code}
            label={word(code)}
            checked={chosen.includes(code)}
            onChecked={(on) => onChosen(on ? [...chosen, code] : chosen.filter((one) => one !== code))}
          />
        ))}
      </div>
    </fieldset>
  )
}
