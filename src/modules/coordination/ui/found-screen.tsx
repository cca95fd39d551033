/* A committee written down in one go: level, area, act, mandate, how often it meets, components with their seats. */
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useAnswer, useCommand } from '../../../app/ask.ts'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { LongTextField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { NamedField } from '../../../app/kit/named-field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'
import { CommitteeLevel, type Committees } from '../contract.ts'
import { PER_YEAR, WholeField, wholeOrNull } from './whole-field.tsx'
import { ActFields, type CommitteeDraft, RuleFields, SeatsOfCommittee, actOf, newComponent, wholeDraft } from './seat-fields.tsx'

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
    date: '',
    mandate: '',
    perYear: '4',
    parent: '',
  })
  const [draft, setDraft] = useState<CommitteeDraft>(() => ({
    components: [
      ...[newComponent('government'), newComponent('mines-services')],
      ...[newComponent('private-sector'), newComponent('civil-society')],
    ],
    ...{ rule: 'every-component', leastComponents: '', leastSeats: '', officers: {} },
  }))
  const set = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }))
  const data = dataOf(said, draft)
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
        <SeatsOfCommittee draft={draft} set={setDraft} />
      </Panel>
      <Panel title={t('committee.quorum')}>
        <RuleFields draft={draft} set={setDraft} />
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
  readonly date: string
  readonly mandate: string
  readonly perYear: string
  readonly parent: string
}
const isSign = (sign: string): boolean => /^[A-Z0-9]{2,6}$/.test(sign.trim().toUpperCase())
function dataOf(said: Said, draft: CommitteeDraft): object | null {
  const whole = wholeDraft(draft)
  const { level, name, area, sign, basis, number, date, mandate, perYear, parent } = said
  const meetingsPerYear = wholeOrNull(perYear, PER_YEAR)
  if ([name, area, mandate].some((one) => one.trim() === '') || !isSign(sign) || whole === null || meetingsPerYear === null) return null
  return {
    ...{ level, name: name.trim(), area, sign: sign.trim().toUpperCase(), mandate: mandate.trim(), ...whole },
    legal: actOf({ basis, number, date }),
    meetingsPerYear,
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
        fault={said.sign.trim() === '' || isSign(said.sign) ? undefined : t('committee.sign.wrong')}
        value={said.sign}
        onValue={(sign) => set({ sign })}
        maxLength={6}
        required
      />
      <ActFields said={said} set={set} />
      <LongTextField
        label={t('committee.mandate')}
        value={said.mandate}
        onValue={(mandate) => set({ mandate })}
        maxLength={1000}
        required
      />
      <WholeField label={t('committee.per-year')} {...PER_YEAR} value={said.perYear} onValue={(perYear) => set({ perYear })} />
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
