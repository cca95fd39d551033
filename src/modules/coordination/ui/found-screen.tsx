/* A committee written down in one go: level, area, act, mandate, how often it meets, components with their seats. */
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { newId } from '../../../app/api.ts'
import { useAnswer, useCommand } from '../../../app/ask.ts'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { LongTextField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { NamedField } from '../../../app/kit/named-field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'
import { CommitteeLevel, type Committees, ComponentKind, LegalBasis } from '../contract.ts'

interface SeatDraft {
  readonly id: string
  readonly title: string
  readonly organisation: string
}
interface ComponentDraft {
  readonly id: string
  readonly kind: ComponentKindValue
  readonly name: string
  readonly seats: readonly SeatDraft[]
}
type ComponentKindValue = (typeof ComponentKind.options)[number]
const newSeat = (): SeatDraft => ({ id: newId(), title: '', organisation: '' })
const newComponent = (kind: ComponentKindValue): ComponentDraft => ({ id: newId(), kind, name: '', seats: [newSeat()] })
interface Named {
  readonly id: string
  readonly name: string
}
interface Areas {
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}

export function FoundCommitteeScreen() {
  const { t } = useWords()
  const navigate = useNavigate()
  const { send, sending, error } = useCommand<object>('/api/coordination/committees')
  const [said, setSaid] = useState({
    level: 'CPS',
    name: '',
    area: '',
    sign: '',
    basis: 'governor-order',
    number: '',
    mandate: '',
    perYear: '4',
    parent: '',
  })
  const [components, setComponents] = useState<readonly ComponentDraft[]>(() => [
    newComponent('government'),
    newComponent('mines-services'),
    newComponent('private-sector'),
    newComponent('civil-society'),
  ])
  const set = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }))
  const data = dataOf(said, components)
  const found = async () => {
    if (data === null) return
    const receipt = await send(data).catch(() => null)
    if (receipt !== null) void navigate({ to: '/coordination' })
  }
  return (
    <Page
      title={t('committee.found')}
      crumbs={<AppLink to="/coordination">{t('committees.title')}</AppLink>}
      under={t('committee.found.explain')}
    >
      <Panel title={t('committee.legal')}>
        <Basics said={said} set={set} />
      </Panel>
      <Panel title={t('committee.components')}>
        {components.map((one, at) => (
          <ComponentFields
            key={one.id}
            one={one}
            n={at + 1}
            set={(to) => setComponents((before) => before.map((each) => (each.id === one.id ? to : each)))}
          />
        ))}
        <Button onClick={() => setComponents((before) => [...before, newComponent('partners')])}>{t('committee.component.more')}</Button>
        <Source>{t('committee.quorum.rule')}</Source>
      </Panel>
      {error && <ErrorState error={error} />}
      {data === null && <Note tone="calm">{t('committee.found.missing')}</Note>}
      <div>
        <Button kind="primary" busy={sending} disabled={data === null} onClick={() => void found()}>
          {t('committee.found.go')}
        </Button>
      </div>
    </Page>
  )
}
interface Said {
  readonly level: string
  readonly name: string
  readonly area: string
  readonly sign: string
  readonly basis: string
  readonly number: string
  readonly mandate: string
  readonly perYear: string
  readonly parent: string
}
function dataOf(said: Said, drafts: readonly ComponentDraft[]): object | null {
  const components = drafts
    .map(({ kind, name, seats }, at) => ({
      ...{ key: `c${at + 1}`, kind, name: name.trim() },
      seats: seats
        .filter((one) => one.title.trim() !== '')
        .map(({ title, organisation }, place) => ({
          ...{ key: `c${at + 1}-${place + 1}`, title: title.trim(), voting: true },
          organisation: organisation === '' ? null : organisation,
        })),
    }))
    .filter((one) => one.name !== '' && one.seats.length > 0)
  const { level, name, area, sign, basis, number, mandate, perYear, parent } = said
  if ([name, area, sign, mandate].some((one) => one.trim() === '') || components.length < 2) return null
  return {
    ...{ level, name: name.trim(), area, sign: sign.trim().toUpperCase(), mandate: mandate.trim(), components },
    legal: { basis, ...(number.trim() === '' ? {} : { number: number.trim() }) },
    ...{ meetingsPerYear: Number(perYear) || 1, quorum: { is: 'every-component' } },
    ...(parent === '' ? {} : { parent }),
  }
}

function Basics({ said, set }: { readonly said: Said; readonly set: (part: Partial<Said>) => void }) {
  const { t } = useWords()
  const provinces = useAnswer<Areas>('/api/places/areas?level=province').data?.areas
  const territoires = useAnswer<Areas>('/api/places/areas?level=territoire').data?.areas
  const committees = useAnswer<Committees>('/api/coordination/committees').data?.committees
  const areas = provinces && territoires ? [...provinces, ...territoires].map(({ code, name }) => ({ id: code, name })) : undefined
  return (
    <>
      <SelectField
        label={t('committee.level')}
        value={said.level}
        options={CommitteeLevel.options.map((value) => ({ value: String(value), label: t(`committee.level.${value}`) }))}
        onValue={(level) => set({ level })}
      />
      <TextField label={t('committee.name')} value={said.name} onValue={(name) => set({ name })} maxLength={160} required />
      <NamedField
        label={t('committees.area')}
        value={said.area}
        named={areas}
        empty={t('committee.choose')}
        onValue={(area) => set({ area })}
      />
      <TextField
        label={t('committee.sign')}
        hint={t('committee.sign.hint')}
        value={said.sign}
        onValue={(sign) => set({ sign })}
        maxLength={6}
        required
      />
      <SelectField
        label={t('committee.legal')}
        value={said.basis}
        options={LegalBasis.options.map((value) => ({ value: String(value), label: t(`committee.basis.${value}`) }))}
        onValue={(basis) => set({ basis })}
      />
      <TextField label={t('committee.legal.number')} value={said.number} onValue={(number) => set({ number })} maxLength={60} />
      <LongTextField
        label={t('committee.mandate')}
        value={said.mandate}
        onValue={(mandate) => set({ mandate })}
        maxLength={1000}
        required
      />
      <TextField
        label={t('committee.per-year')}
        type="number"
        min={1}
        max={52}
        value={said.perYear}
        onValue={(perYear) => set({ perYear })}
      />
      <NamedField
        label={t('committee.parent')}
        value={said.parent}
        named={committees?.map(({ id, name }) => ({ id, name }))}
        empty={t('committee.parent.none')}
        onValue={(parent) => set({ parent })}
      />
    </>
  )
}

interface ComponentProps {
  readonly one: ComponentDraft
  readonly n: number
  readonly set: (to: ComponentDraft) => void
}
function ComponentFields({ one, n, set }: ComponentProps) {
  const { t } = useWords()
  const bodies = useAnswer<{ readonly organisations: readonly Named[] }>('/api/organisations').data?.organisations
  const change = (id: string, part: Partial<SeatDraft>) =>
    set({ ...one, seats: one.seats.map((seat) => (seat.id === id ? { ...seat, ...part } : seat)) })
  return (
    <fieldset className="stack">
      <legend>{t('committee.component.n', { n })}</legend>
      <SelectField
        label={t('committee.component')}
        value={one.kind}
        options={ComponentKind.options.map((value) => ({ value, label: t(`committee.component.${value}`) }))}
        onValue={(kind) => set({ ...one, kind })}
      />
      <TextField label={t('committee.component.name')} value={one.name} onValue={(name) => set({ ...one, name })} maxLength={120} />
      {one.seats.map((seat) => (
        <div key={seat.id}>
          <TextField label={t('committee.seat.title')} value={seat.title} onValue={(title) => change(seat.id, { title })} maxLength={120} />
          <NamedField
            label={t('committee.seat.body')}
            value={seat.organisation}
            named={bodies}
            empty={t('committee.seat.none')}
            onValue={(organisation) => change(seat.id, { organisation })}
          />
        </div>
      ))}
      <Button onClick={() => set({ ...one, seats: [...one.seats, newSeat()] })}>{t('committee.seat.more')}</Button>
    </fieldset>
  )
}
