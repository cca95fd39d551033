/* Adding a service point, or saying anew what it is. It has no field for a person's name and none for an address. */
import { type FormEvent, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { madeId } from '../../../../app/api.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { CheckChoice, Choice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { type Named, NamedField } from '../../../../app/kit/named-field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useWords } from '../../../../app/words.ts'
import type { DirectoryAnswer, ServicePointDetail } from '../../contract-directory.ts'
import { firstAgeBands } from '../../domain/consent/age-bands.ts'
import { contactRoles, costs, genders, safetyReasons, serviceTypes } from './point-filters.ts'
import { type PointTexts, blankPoint, factsOf, textsOf } from './point-form.ts'
import { useReceived } from './point-marks.tsx'

export function NewServicePointScreen() {
  return <PointForm id={null} before={blankPoint} />
}
export function EditServicePointScreen({ params }: ScreenProps) {
  const id = params['servicePoint'] ?? ''
  const { data, error, again } = useAnswer<ServicePointDetail>(`/api/service-points/${id}`)
  if (error) return <ErrorState error={error} again={again} />
  return data ? <PointForm id={id} before={textsOf(data.point.facts)} /> : <Loading />
}

interface PartProps {
  readonly texts: PointTexts
  readonly set: (part: Partial<PointTexts>) => void
}
function PointForm({ id, before }: { readonly id: string | null; readonly before: PointTexts }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [texts, setTexts] = useState(before)
  const [asked, setAsked] = useState(false)
  const { send, sending, error } = useCommand(id === null ? '/api/service-points' : `/api/service-points/${id}/descriptions`)
  const set = (part: Partial<PointTexts>) => setTexts((now) => ({ ...now, ...part }))
  const facts = factsOf(texts)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (facts === null) return
    const receipt = await send(id === null ? { facts, verifiedOn: asked ? todayHere() : null } : { facts }).catch(() => null)
    if (receipt !== null) void navigate({ to: `/directory/${id ?? madeId(receipt)}` })
  }
  return (
    <Page title={t('point-form.title')} under={t('point-form.under')} crumbs={<AppLink to="/directory">{t('directory.title')}</AppLink>}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <div className="columns">
          <Panel>
            <div className="stack">
              <What texts={texts} set={set} />
            </div>
          </Panel>
          <Panel>
            <div className="stack">
              <Whom texts={texts} set={set} />
            </div>
          </Panel>
        </div>
        <Panel>
          <div className="stack">
            <Safety texts={texts} set={set} />
            {id === null && <CheckChoice label={t('point-form.asked')} checked={asked} onChecked={setAsked} />}
          </div>
        </Panel>
        {error && <ErrorState error={error} />}
        <div className="form-actions">
          <Button kind="primary" type="submit" busy={sending} disabled={facts === null}>
            {t('point-form.save')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
function What({ texts, set }: PartProps) {
  const { t } = useWords()
  const { data } = useAnswer<DirectoryAnswer>('/api/service-points')
  const { data: bodies } = useAnswer<{ readonly organisations: readonly Named[] }>('/api/organisations')
  return (
    <>
      <TextField label={t('point-form.name')} value={texts.name} onValue={(name) => set({ name })} maxLength={160} required />
      <SelectField
        label={t('directory.type')}
        value={texts.type}
        options={serviceTypes.map((value) => ({ value, label: t(`directory.type.${value}`) }))}
        onValue={(type) => set({ type })}
      />
      <SelectField
        label={t('directory.area')}
        value={texts.area}
        options={[{ value: '', label: '—' }, ...(data?.areas ?? []).map(({ code, name }) => ({ value: code, label: name }))]}
        onValue={(area) => set({ area })}
        required
      />
      <NamedField
        label={t('point-form.organisation')}
        hint={t('point-form.organisation.hint')}
        value={texts.organisation}
        named={bodies?.organisations}
        empty={t('point-form.organisation.none')}
        onValue={(organisation) => set({ organisation })}
      />
      <SelectField
        label={t('directory.role')}
        value={texts.contactRole}
        options={contactRoles.map((value) => ({ value, label: t(`directory.role.${value}`) }))}
        onValue={(contactRole) => set({ contactRole })}
      />
      <TextField
        label={t('directory.phone')}
        hint={t('point-form.phone.hint')}
        type="tel"
        value={texts.phone}
        onValue={(phone) => set({ phone })}
        maxLength={30}
      />
      <TextField label={t('directory.hours')} value={texts.hours} onValue={(hours) => set({ hours })} maxLength={200} />
    </>
  )
}
const toggled = <Value,>(list: readonly Value[], one: Value, is: boolean): readonly Value[] =>
  is ? [...list, one] : list.filter((other) => other !== one)
function Whom({ texts, set }: PartProps) {
  const { t } = useWords()
  const { ageText } = useReceived()
  return (
    <>
      <div className="field" role="group" aria-label={t('directory.genders')}>
        <strong>{t('directory.genders')}</strong>
        <span className="hint">{t('point-form.everybody')}</span>
        <div className="choices">
          {genders.slice(0, 5).map((one) => (
            <CheckChoice
              key={one}
              label={t(`directory.gender.${one}`)}
              checked={texts.genders.includes(one)}
              onChecked={(is) => set({ genders: toggled(texts.genders, one, is) })}
            />
          ))}
        </div>
      </div>
      <div className="field" role="group" aria-label={t('directory.ages')}>
        <strong>{t('directory.ages')}</strong>
        <span className="hint">{t('point-form.all-ages')}</span>
        <div className="choices">
          {firstAgeBands.map(({ band }) => (
            <CheckChoice
              key={band}
              label={ageText(band)}
              checked={texts.ageBands.includes(band)}
              onChecked={(is) => set({ ageBands: toggled(texts.ageBands, band, is) })}
            />
          ))}
        </div>
      </div>
      <TextField
        label={t('directory.languages')}
        hint={t('point-form.languages.hint')}
        value={texts.languages}
        onValue={(languages) => set({ languages })}
      />
      <SelectField
        label={t('directory.cost')}
        value={texts.cost}
        options={costs.map((value) => ({ value, label: t(`directory.cost.${value}`) }))}
        onValue={(cost) => set({ cost })}
      />
      <CheckChoice label={t('directory.access')} checked={texts.isAccessible} onChecked={(isAccessible) => set({ isAccessible })} />
      <TextField
        label={t('directory.capacity')}
        inputMode="numeric"
        value={texts.capacity}
        onValue={(capacity) => set({ capacity })}
        maxLength={5}
      />
    </>
  )
}
function Safety({ texts, set }: PartProps) {
  const { t } = useWords()
  return (
    <>
      <Choice
        legend={t('directory.safe')}
        value={texts.safeToRefer}
        options={(['yes', 'caution', 'no'] as const).map((value) => ({ value, label: t(`directory.safe.${value}`) }))}
        onValue={(safeToRefer) => set({ safeToRefer })}
      />
      {texts.safeToRefer !== 'yes' && (
        <SelectField
          label={t('directory.reason')}
          value={texts.safetyReason}
          options={[
            { value: '' as const, label: '—' },
            ...safetyReasons.map((value) => ({ value, label: t(`directory.reason.${value}`) })),
          ]}
          onValue={(safetyReason) => set({ safetyReason })}
          required
        />
      )}
    </>
  )
}
