/*
An officer offers an account's role to one telephone: whose it is by role and number, never by name; which role; how much of the territory. The
code that comes of it stands on this screen for ten minutes and is written nowhere.
*/
import { type FormEvent, useState } from 'react'
import { post } from '../../../../app/api.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { CheckChoice, Choice } from '../../../../app/kit/choice.tsx'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { roleText } from '../../../../app/shell/preferences.tsx'
import { useWords } from '../../../../app/words.ts'
import { endOf } from './device-rows.ts'
import { OfferedCode, type Offer } from './offered-code.tsx'
import '../phone.css'

interface Enrollable {
  readonly id: string
  readonly organisation: string | null
  readonly roles: readonly string[]
  readonly territory: 'everywhere' | readonly string[]
}

export function EnrolDeviceScreen() {
  const { t } = useWords()
  const { data, error, again } = useAnswer<{ readonly accounts: readonly Enrollable[] }>('/api/enrolments/accounts')
  const [offer, setOffer] = useState<Offer | null>(null)
  return (
    <Page title={t('devices.enrol')} crumbs={<AppLink to="/devices">{t('devices.title')}</AppLink>}>
      <div className="narrow stack">
        {error && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {data && offer === null && <OfferForm accounts={data.accounts} offered={setOffer} />}
        {offer && <OfferedCode offer={offer} again={() => setOffer(null)} />}
      </div>
    </Page>
  )
}

interface OfferFormProps {
  readonly accounts: readonly Enrollable[]
  readonly offered: (offer: Offer) => void
}
function OfferForm({ accounts, offered }: OfferFormProps) {
  const { t } = useWords()
  const [organisation, setOrganisation] = useState('')
  const [number, setNumber] = useState('')
  const [role, setRole] = useState('')
  const [part, setPart] = useState<readonly string[] | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const account = accounts.find(({ id }) => id === number.trim())
  const only = account?.roles.length === 1 ? account.roles[0] : undefined
  const chosenRole = only ?? role
  const territory = part ?? account?.territory ?? 'everywhere'
  const isReady = account !== undefined && chosenRole !== '' && (territory === 'everywhere' || territory.length > 0)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    await post<Offer>('/api/enrolments', { account: number.trim(), role: chosenRole, territory }).then(offered, setError)
    setBusy(false)
  }
  const pick = (id: string) => {
    setNumber(id)
    setRole('')
    setPart(null)
  }
  return (
    <Panel title={t('devices.enrol.whose')}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <Whose accounts={accounts} organisation={organisation} setOrganisation={setOrganisation} number={number} pick={pick} />
        {account && only === undefined && (
          <Choice
            legend={t('devices.enrol.role')}
            value={role}
            onValue={setRole}
            options={account.roles.map((value) => ({ value, label: roleText(value) }))}
          />
        )}
        {account && <Territory whole={account.territory} part={part} setPart={setPart} />}
        {error !== null && <ErrorState error={error} />}
        <div className="form-actions">
          <Button kind="primary" type="submit" busy={busy} disabled={!isReady}>
            {t('devices.enrol.go')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

interface WhoseProps {
  readonly accounts: readonly Enrollable[]
  readonly organisation: string
  readonly setOrganisation: (id: string) => void
  readonly number: string
  readonly pick: (id: string) => void
}
function Whose({ accounts, organisation, setOrganisation, number, pick }: WhoseProps) {
  const { t } = useWords()
  const named = useAnswer<{ readonly organisations: readonly { readonly id: string; readonly name: string }[] }>('/api/organisations').data
  const employers = new Set(accounts.map((one) => one.organisation))
  const shown = accounts.filter((one) => organisation === '' || one.organisation === organisation)
  const nameOf = (id: string | null) => named?.organisations.find((one) => one.id === id)?.name ?? t('app.no-organisation')
  return (
    <>
      {employers.size > 1 && (
        <NamedField
          label={t('devices.enrol.organisation')}
          value={organisation}
          onValue={(id) => {
            setOrganisation(id)
            pick('')
          }}
          named={named?.organisations.filter(({ id }) => employers.has(id))}
          empty={t('devices.enrol.every-organisation')}
        />
      )}
      <SelectField
        label={t('devices.enrol.choose')}
        hint={t('devices.enrol.whose.hint')}
        value={shown.some(({ id }) => id === number) ? number : ''}
        onValue={pick}
        options={[
          { value: '', label: '–' },
          ...shown.map(({ id, roles, organisation: employer }) => ({
            value: id,
            label: [roles.map(roleText).join(', '), ...(organisation === '' ? [nameOf(employer)] : []), `…${endOf(id)}`].join(' · '),
          })),
        ]}
      />
      <TextField label={t('devices.enrol.by-number')} value={number} onValue={pick} autoComplete="off" spellCheck={false} />
    </>
  )
}

interface TerritoryProps {
  readonly whole: Enrollable['territory']
  readonly part: readonly string[] | null
  readonly setPart: (part: readonly string[] | null) => void
}
interface Area {
  readonly code: string
  readonly name: string
}
/** Areas of which an officer may leave some out; a whole country is named by its provinces. */
function Territory({ whole, part, setPart }: TerritoryProps) {
  const { t } = useWords()
  const provinces = useAnswer<{ readonly areas: readonly Area[] }>('/api/places/areas?level=province').data?.areas ?? []
  const territoires = useAnswer<{ readonly areas: readonly Area[] }>('/api/places/areas?level=territoire').data?.areas ?? []
  const names = new Map([...provinces, ...territoires].map(({ code, name }) => [code, name]))
  const choices = whole === 'everywhere' ? provinces.map(({ code }) => code) : whole
  const nameOf = (code: string) => names.get(code) ?? code
  const said = whole === 'everywhere' ? t('security.everywhere') : whole.map(nameOf).join(', ')
  return (
    <>
      <Choice
        legend={t('devices.enrol.territory')}
        value={part === null ? 'whole' : 'part'}
        onValue={(next) => setPart(next === 'whole' ? null : [])}
        options={[
          { value: 'whole', label: t('devices.enrol.territory.whole', { territory: said }) },
          ...(choices.length > 1 ? [{ value: 'part' as const, label: t('devices.enrol.territory.part') }] : []),
        ]}
      />
      {part === null
        ? null
        : choices.map((code) => (
            <CheckChoice
              key={code}
              label={nameOf(code)}
              checked={part.includes(code)}
              onChecked={(is) => setPart(is ? [...part, code] : part.filter((one) => one !== code))}
            />
          ))}
    </>
  )
}
