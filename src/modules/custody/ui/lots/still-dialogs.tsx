/* What is done to a lot where it lies: seizure and its lifting, depot, seals of an export lot, correction of a mass. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { useWords } from '../../../../app/words.ts'
import type { LotSummary } from '../../contract.ts'
import { correctionFinding } from '../../domain/plausibility/mass-balance.ts'
import { Balance } from './balance.tsx'
import { gramsOf, MassField } from './mass-field.tsx'
import { OrganisationField } from './pick.tsx'

interface Props {
  readonly lot: LotSummary
}

export function SeizeDialog({ lot }: Props) {
  const { t } = useWords()
  const [authority, setAuthority] = useState('')
  const [paper, setPaper] = useState('')
  const [reason, setReason] = useState('')
  const texts = { authority: authority.trim(), paper: paper.trim(), reason: reason.trim() }
  return (
    <ActDialog
      title={t('act.seize')}
      explain={t('act.seize.explain')}
      go={t('lots.confirm')}
      kind="danger"
      path={`/api/lots/${lot.id}/seizures`}
      data={Object.values(texts).includes('') ? null : texts}
    >
      <TextField label={t('act.seize.authority')} value={authority} onValue={setAuthority} maxLength={120} required />
      <TextField label={t('act.seize.paper')} value={paper} onValue={setPaper} maxLength={60} required />
      <LongTextField label={t('lots.reason')} hint={t('lots.reason.hint')} value={reason} onValue={setReason} required maxLength={400} />
    </ActDialog>
  )
}

export function LiftDialog({ lot }: Props) {
  const { t } = useWords()
  const [paper, setPaper] = useState('')
  const [reason, setReason] = useState('')
  const texts = { paper: paper.trim(), reason: reason.trim() }
  return (
    <ActDialog
      title={t('act.lift')}
      explain={t('act.lift.explain')}
      go={t('lots.confirm')}
      kind="danger"
      path={`/api/lots/${lot.id}/seizure-liftings`}
      data={Object.values(texts).includes('') ? null : texts}
    >
      <TextField label={t('act.seize.paper')} value={paper} onValue={setPaper} maxLength={60} required />
      <LongTextField label={t('lots.reason')} hint={t('lots.reason.hint')} value={reason} onValue={setReason} required maxLength={400} />
    </ActDialog>
  )
}

export function StoreDialog({ lot }: Props) {
  const { t } = useWords()
  const [depot, setDepot] = useState<string>(lot.holder)
  const [place, setPlace] = useState('')
  const [mass, setMass] = useState('')
  const grams = gramsOf(mass)
  return (
    <ActDialog
      title={t('act.store')}
      explain={t('act.store.explain')}
      go={t('lots.confirm')}
      kind="plain"
      path={`/api/lots/${lot.id}/stays`}
      data={grams === null || place.trim() === '' || depot === '' ? null : { depot, place: place.trim(), massGrams: grams }}
    >
      <OrganisationField label={t('act.store.depot')} value={depot} onValue={setDepot} />
      <TextField label={t('act.store.place')} value={place} onValue={setPlace} maxLength={120} required />
      <MassField label={t('act.store.mass')} value={mass} onValue={setMass} />
    </ActDialog>
  )
}

export function LeaveDialog({ lot }: Props) {
  const { t } = useWords()
  const [mass, setMass] = useState('')
  const grams = gramsOf(mass)
  return (
    <ActDialog
      title={t('act.leave')}
      explain={t('act.leave.explain')}
      go={t('lots.confirm')}
      kind="plain"
      path={`/api/lots/${lot.id}/leavings`}
      data={grams === null ? null : { massGrams: grams }}
    >
      <MassField label={t('act.leave.mass')} value={mass} onValue={setMass} />
    </ActDialog>
  )
}

const packageTypes = ['drum', 'big-bag', 'bag', 'box', 'other'] as const
export function PackDialog({ lot }: Props) {
  const { t } = useWords()
  const [packages, setPackages] = useState('')
  const [packageType, setType] = useState<(typeof packageTypes)[number]>('drum')
  const [container, setContainer] = useState('')
  const [seals, setSeals] = useState('')
  const [buyer, setBuyer] = useState('')
  const [destination, setDestination] = useState('')
  const [day, setDay] = useState(todayHere)
  const count = /^\d{1,5}$/.test(packages.trim()) ? Number(packages) : 0
  const sealNumbers = seals.split(/[\s,;]+/).filter((one) => one !== '')
  const given = (name: string, text: string): object => (text.trim() === '' ? {} : { [name]: text.trim() })
  const data =
    count === 0 || sealNumbers.length === 0 || day === ''
      ? null
      : {
          ...{ packages: count, packageType, seals: sealNumbers, sealedOn: day },
          ...{ ...given('container', container), ...given('buyer', buyer), ...given('destination', destination) },
        }
  return (
    <ActDialog
      title={t('act.pack')}
      explain={t('act.pack.explain')}
      go={t('lots.confirm')}
      kind="plain"
      path={`/api/lots/${lot.id}/packings`}
      data={data}
    >
      <TextField label={t('act.pack.packages')} value={packages} onValue={setPackages} inputMode="numeric" required />
      <SelectField
        label={t('act.pack.type')}
        value={packageType}
        options={packageTypes.map((one) => ({ value: one, label: t(`act.package.${one}`) }))}
        onValue={setType}
      />
      <TextField label={t('act.pack.seals')} hint={t('act.pack.seals.hint')} value={seals} onValue={setSeals} maxLength={400} required />
      <TextField label={t('act.pack.container')} value={container} onValue={setContainer} maxLength={40} />
      <TextField label={t('act.pack.buyer')} value={buyer} onValue={setBuyer} maxLength={160} />
      <TextField label={t('act.pack.destination')} value={destination} onValue={setDestination} maxLength={160} />
      <DateField label={t('act.pack.day')} value={day} onValue={setDay} max={todayHere()} required />
    </ActDialog>
  )
}

export function CorrectDialog({ lot }: Props) {
  const { t } = useWords()
  const [mass, setMass] = useState('')
  const [reason, setReason] = useState('')
  const grams = gramsOf(mass)
  return (
    <ActDialog
      title={t('act.correct')}
      explain={t('act.correct.explain')}
      go={t('lots.confirm')}
      kind="plain"
      path={`/api/lots/${lot.id}/corrections`}
      data={grams === null || reason.trim() === '' ? null : { massGrams: grams, reason: reason.trim() }}
    >
      <MassField label={t('act.correct.mass')} value={mass} onValue={setMass} />
      <Balance
        beforeLabel={t('act.correct.before')}
        beforeGrams={lot.massGrams}
        afterLabel={t('act.correct.after')}
        afterGrams={grams}
        finding={grams === null ? null : correctionFinding(lot.massGrams, grams)}
      />
      <LongTextField label={t('lots.reason')} hint={t('lots.reason.hint')} value={reason} onValue={setReason} required maxLength={400} />
    </ActDialog>
  )
}
